import type { DayReason, HolidayName } from '../../sla/index.js';
import type { ClockEffect, PromiseName, StillBecause } from '../../tickets/index.js';

const holidays: Record<HolidayName, string> = {
  NEUJAHRSTAG: 'Neujahr',
  HEILIGEDREIKOENIGE: 'Heilige Drei Könige',
  WELTFRAUENTAG: 'Weltfrauentag',
  KARFREITAG: 'Karfreitag',
  OSTERSONNTAG: 'Ostersonntag',
  OSTERMONTAG: 'Ostermontag',
  TAG_DER_ARBEIT: 'Tag der Arbeit',
  CHRISTIHIMMELFAHRT: 'Christi Himmelfahrt',
  PFINGSTSONNTAG: 'Pfingstsonntag',
  PFINGSTMONTAG: 'Pfingstmontag',
  FRONLEICHNAM: 'Fronleichnam',
  MARIAHIMMELFAHRT: 'Mariä Himmelfahrt',
  WELTKINDERTAG: 'Weltkindertag',
  DEUTSCHEEINHEIT: 'Tag der Deutschen Einheit',
  REFORMATIONSTAG: 'Reformationstag',
  ALLERHEILIGEN: 'Allerheiligen',
  BUBETAG: 'Buß- und Bettag',
  ERSTERWEIHNACHTSFEIERTAG: '1. Weihnachtstag',
  ZWEITERWEIHNACHTSFEIERTAG: '2. Weihnachtstag',
};

/** Why a day has no service. */
const closed: Record<DayReason, string> = {
  weekday: 'kein Service, wie jede Woche',
  shortened: 'an diesem Tag kein Service',
  closed: 'kein Service, geschlossen',
  'closed-every-year': 'kein Service, jedes Jahr geschlossen',
  'public-holiday': 'kein Service, Feiertag',
  'movable-holiday': 'kein Service, beweglicher Ferientag der Schule',
  'school-holidays': 'kein Service, Schulferien',
};

/** Why a day has other hours than usual. */
const otherHours: Partial<Record<DayReason, string>> = {
  shortened: 'andere Zeiten an diesem Tag',
  'movable-holiday': 'beweglicher Ferientag der Schule',
  'school-holidays': 'Schulferien',
};

type Still = Record<StillBecause, string>;

/** Why the time stood still, to be read after "weil". */
const stoodStill: Record<'requester' | 'channel', Still> = {
  requester: {
    requester: 'wir auf Ihre Antwort gewartet haben',
    vendor: 'wir auf den Dienstleister gewartet haben',
    visit: 'ein Besuch vereinbart war',
    resolved: 'die Meldung als gelöst galt',
    closed: 'die Meldung abgeschlossen war',
  },
  channel: {
    requester: 'auf die Antwort der Lehrkraft gewartet wurde',
    vendor: 'auf den Dienstleister gewartet wurde',
    visit: 'ein Besuch vereinbart war',
    resolved: 'die Meldung als gelöst galt',
    closed: 'die Meldung abgeschlossen war',
  },
};

const standsStill: Record<'requester' | 'channel', Still> = {
  requester: {
    requester: 'wir auf Ihre Antwort warten',
    vendor: 'wir auf den Dienstleister warten',
    visit: 'ein Besuch vereinbart ist',
    resolved: 'die Meldung als gelöst gilt',
    closed: 'die Meldung abgeschlossen ist',
  },
  channel: {
    requester: 'auf die Antwort der Lehrkraft gewartet wird',
    vendor: 'auf den Dienstleister gewartet wird',
    visit: 'ein Besuch vereinbart ist',
    resolved: 'die Meldung als gelöst gilt',
    closed: 'die Meldung abgeschlossen ist',
  },
};

/** A promise in one line; `time` is service time in words. */
const promised: Record<PromiseName, (time: string) => string> = {
  'first-response': (time) => `Erste Antwort in ${time} Servicezeit`,
  resolution: (time) => `Lösung in ${time} Servicezeit`,
  'next-update': (time) => `Nachricht von uns mindestens alle ${time} Servicezeit`,
};

const names: Record<PromiseName, string> = {
  'first-response': 'Erste Antwort',
  resolution: 'Lösung',
  'next-update': 'Nächste Nachricht',
};

/** Answers to "why this deadline?". */
export const why = {
  names,
  promised,
  holidays,
  closed,
  otherHours,
  /** Beside a promise in service time. */
  serviceTime: 'Servicezeit heißt: Es zählen nur die Stunden, in denen wir im Dienst sind.',
  usual: (priority: string): string => `Das ist die übliche Zusage bei Dringlichkeit „${priority}“.`,
  usualForAll: 'Das gilt für alle Meldungen.',
  exception: (number: number, forWhat: string): string =>
    `Hier gilt Ausnahme ${number} der Zusagen, für: ${forWhat}.`,
  formerPromise: 'So war es zugesagt, als es geschah. Heute gilt eine andere Zusage.',
  start: {
    'first-response': (at: string): string => `Beginn: gemeldet ${at}`,
    resolution: (at: string): string => `Beginn: gemeldet ${at}`,
    'next-update': (at: string): string => `Beginn: zuletzt von uns gehört ${at}`,
  } satisfies Record<PromiseName, (at: string) => string>,
  window: (day: string, from: string, to: string, time: string): string => `${day} ${from}–${to}: ${time}`,
  windowBecause: (line: string, reason: string): string => `${line} (${reason})`,
  moreDays: (days: number, time: string): string =>
    days === 1 ? `… 1 weiterer Tag: ${time}` : `… ${days} weitere Tage: ${time}`,
  moreUntil: (day: string, time: string): string => `… weiter bis ${day}: ${time}`,
  moreLines: (count: number): string => `… ${count} weitere Zeilen`,
  days: (first: string, last: string): string => `${first} bis ${last}`,
  noService: (days: string, reason: string): string => `${days}: ${reason}`,
  named: (reason: string, name: string): string => `${reason} (${name})`,
  pause: (from: string, to: string, because: string): string =>
    `${from} bis ${to}: die Zeit stand still, weil ${because}`,
  pauseGoesOn: (from: string, because: string): string =>
    `Seit ${from}: die Zeit steht still, weil ${because}`,
  stoodStill,
  standsStill,
  due: (at: string, time: string): string => `Zusammen ${time}, Frist: ${at}`,
  noDeadline: (used: string, target: string): string =>
    `Bisher zählen ${used} von ${target} Eine Frist gibt es wieder, sobald die Zeit weiterläuft.`,
  frozen: (at: string): string => `Frist: ${at}`,
  formerRules:
    'Diese Frist bleibt, wie sie berechnet wurde. Inzwischen gelten andere Regeln oder Angaben, deshalb stehen hier keine einzelnen Tage.',
  kept: {
    'first-response': (at: string, time: string): string =>
      `Erste Antwort ${at}, nach ${time} Servicezeit: Zusage gehalten.`,
    resolution: (at: string, time: string): string =>
      `Gelöst ${at}, nach ${time} Servicezeit: Zusage gehalten.`,
    'next-update': (at: string, time: string): string =>
      `Nachricht ${at}, nach ${time} Servicezeit: Zusage gehalten.`,
  } satisfies Record<PromiseName, (at: string, time: string) => string>,
  missed: {
    'first-response': (at: string, time: string, late: string): string =>
      `Erste Antwort ${at}, nach ${time} Servicezeit: ${late} zu spät.`,
    resolution: (at: string, time: string, late: string): string =>
      `Gelöst ${at}, nach ${time} Servicezeit: ${late} zu spät.`,
    'next-update': (at: string, time: string, late: string): string =>
      `Nachricht ${at}, nach ${time} Servicezeit: ${late} zu spät.`,
  } satisfies Record<PromiseName, (at: string, time: string, late: string) => string>,
  uncertain: 'Für diese Zeit sind die Schulferien noch nicht bekannt. Gerechnet ist, als gäbe es keine.',
  /** What the command line says around the explanations. */
  report: {
    entries: 'Was die Uhren bewegt hat',
    by: (at: string, what: string, who: string): string => `${at}: ${what} (${who})`,
    clock: 'die Uhr',
    rules: (version: string): string => `Regeln: ${version}`,
    olderRules: (version: string): string =>
      `Die Meldung wurde zuletzt mit den Regeln ${version} berechnet; hier zählen die heutigen.`,
    neverComputed: 'Die Meldung wurde noch nicht mit den Regeln berechnet, die heute gelten.',
    effects: {
      started: 'gemeldet, die Uhren beginnen',
      answered: 'erste Antwort, ihr Ergebnis ist festgehalten',
      told: 'letzte Nachricht von uns, die nächste zählt ab hier',
      paused: 'die Uhr der Lösung hält an',
      solved: 'gelöst, das Ergebnis der Lösung ist festgehalten',
      resumed: 'die Uhr der Lösung läuft weiter',
      changed: 'die Angaben sind andere, alles ist neu berechnet',
      recomputed: 'die Regeln sind andere, alles ist neu berechnet',
    } satisfies Record<ClockEffect, string>,
  },
};
