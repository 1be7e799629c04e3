import type { Category } from '../../tickets/index.js';
import type { RotaRefusal } from '../../visits/index.js';
import type { WorklistRefusal } from '../../worklists/index.js';

/** What usually helps with reports of a kind on site; nothing where that is not known. */
const bring: Readonly<Partial<Record<Category, string>>> = {
  'ipad-hardware': 'Ersatz-iPad, Ladekabel',
  network: 'Netzwerkkabel, Messgerät',
  display: 'HDMI-Kabel, Fernbedienung',
  computer: 'USB-Stick mit Werkzeugen, Netzteil',
  printer: 'Toner, Papier',
};

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

/** What people read about visits of the campus' manager at a school. */
export const visits = {
  /** `Do. 26.11., 08:00–11:00`. */
  window: (day: string, from: string, to: string): string => `${day}, ${from}–${to}`,
  /** In a sentence: `Freitag zwischen 08:00 und 11:00 Uhr`. */
  between: (day: string, from: string, to: string): string => `${day} zwischen ${from} und ${to} Uhr`,
  nextAtSchool: (window: string): string => `Nächster Besuch an Ihrer Schule: ${window}`,
  lastBefore: (window: string): string => `Der letzte Besuch vor dieser Frist: ${window}`,
  nextThere: (window: string): string => `Nächster Besuch dort: ${window}`,
  form: {
    visit: 'Für welchen Besuch? (bei „Besuch vor Ort“)',
    onlyVisit: 'Für welchen Besuch?',
    noVisit: 'anderer Tag (unten)',
    day: 'Oder an welchem Tag?',
    error: 'Bitte wählen Sie einen Besuch aus der Liste oder einen Tag.',
  },
  /** The requester reads it where the clock moved the visit. */
  movedByRota: (until: string): string => `Ihr Besuch ist verlegt. Neuer Termin: ${until}.`,
  /** As above, where nobody comes later either. */
  cancelledByRota: (until: string): string =>
    `Ihr Besuch fällt aus: ${until}. Einen neuen Termin gibt es noch nicht.`,
  /** The school's contacts read it. */
  missed: {
    word: 'Besuch fällt aus',
    summary: (school: string, window: string): string => `Besuch fällt aus: ${school}, ${window}`,
    text: (school: string, window: string): string => `${school}: Der Besuch fällt aus, ${window}.`,
    reason: (text: string): string => `Grund: ${text}`,
    next: (window: string): string => `Nächster Besuch: ${window}.`,
    noNext: 'Ein neuer Termin steht noch nicht fest.',
    unmanned: 'An diesem Tag ist niemand vom Campus im Dienst.',
    movedWord: 'Besuch verlegt',
    moved: (school: string, day: string, window: string): string =>
      `${school}: Der Besuch am ${day} ist verlegt. Neuer Termin: ${window}.`,
    backWord: 'Besuch findet statt',
    back: (school: string, window: string): string => `${school}: Der Besuch findet statt, ${window}.`,
    at: (school: string, window: string): string => `${school}, ${window}`,
  },
  /** Where a single visit is cancelled or moved. */
  change: {
    word: 'Besuche ändern',
    summary: 'Besuch absagen oder verlegen',
    intro: 'Welcher Besuch soll ausfallen oder verlegt werden?',
    none: 'In den nächsten vier Wochen ist kein Besuch geplant.',
    which: 'Für welche Schule? Schreiben Sie zum Beispiel „Besuch verlegen Lindenschule“.',
    below: 'Der Besuch steht unten als eigene Karte.',
    cancelled: 'abgesagt',
    movedFrom: (day: string): string => `verlegt, war am ${day}`,
    because: (reason: string): string => `Grund: ${reason}`,
    planned: (number: number): string =>
      number === 1
        ? '1 Meldung ist für diesen Besuch geplant.'
        : `${number} Meldungen sind für diesen Besuch geplant.`,
    told: 'Die Ansprechpersonen der Schule und alle, deren Meldung für den Besuch geplant ist, bekommen Bescheid.',
    open: 'Ändern',
    cancel: 'Absagen …',
    cancelNow: 'Besuch absagen',
    move: 'Verlegen …',
    moveNow: 'Besuch verlegen',
    restore: 'Wieder wie im Besuchsplan',
    back: 'Andere Besuche',
    reason: 'Warum? (lesen die Schule und die Lehrkräfte)',
    reasonError: 'Bitte schreiben Sie kurz, warum.',
    toDate: 'Neuer Tag',
    toDateError: 'Bitte wählen Sie einen Tag.',
    from: 'Von',
    to: 'Bis',
    timeError: 'Bitte wählen Sie eine Uhrzeit.',
    doneCancelled: (place: string, window: string): string => `Abgesagt: ${place}, ${window}.`,
    doneMoved: (place: string, window: string): string => `Verlegt: ${place}, jetzt ${window}.`,
    doneRestored: (place: string): string => `Wieder wie im Besuchsplan: ${place}.`,
    outsideHours: 'Achtung: Ein Teil des Besuchs liegt außerhalb der Servicezeiten.',
    overlap: (place: string): string =>
      `Zur selben Zeit ist ein Besuch bei ${place}. Bitte wählen Sie eine andere Zeit.`,
    noTimeToTravel: (place: string, minutes: number): string =>
      `Zwischen diesem Besuch und dem bei ${place} müssen ${minutes} Minuten für den Weg bleiben. Bitte wählen Sie eine andere Zeit.`,
    refusal: (reason: RotaRefusal, noteLimit: number): string => {
      switch (reason) {
        case 'no-visit':
          return 'An diesem Tag ist dort kein Besuch geplant.';
        case 'moved-away':
          return 'Dieser Besuch ist schon verlegt. Bitte ändern Sie den neuen Termin.';
        case 'visited-already':
          return 'An diesem Tag ist dort schon ein Besuch geplant.';
        case 'no-service':
          return 'An diesem Tag ist kein Dienst. Bitte wählen Sie einen anderen Tag.';
        case 'wrong-times':
          return 'Das Ende muss nach dem Beginn liegen, und den Tag muss es geben.';
        case 'over':
          return 'Diese Zeit ist schon vorbei.';
        case 'note-too-long':
          return `Der Grund ist zu lang. Erlaubt sind ${noteLimit} Zeichen.`;
        case 'unknown-site':
          return 'Diesen Standort gibt es nicht mehr.';
        case 'nothing-to-restore':
          return 'Hier ist nichts geändert.';
      }
    },
  },
  /** The help desk's channel reads it. */
  unmanned: (campus: string, day: string, places: string): string =>
    `${campus}: Am ${day} ist niemand im Dienst. Diese Besuche fallen aus: ${places}.`,
  worklist: {
    word: 'Besuchsliste',
    /** Lower case; what may follow the command. */
    days: { today: ['heute'], tomorrow: ['morgen'] },
    title: (campus: string, day: string): string => `${campus}, ${day}`,
    summary: (day: string, sites: number, tickets: number): string =>
      `Besuchsliste ${day}: ${count(sites, 'Standort', 'Standorte')}, ${count(tickets, 'Meldung', 'Meldungen')}`,
    counts: (sites: number, tickets: number, checks: number): string =>
      [
        count(sites, 'Standort', 'Standorte'),
        count(tickets, 'offene Meldung', 'offene Meldungen'),
        ...(checks === 0 ? [] : [count(checks, 'Wartung', 'Wartungen')]),
      ].join(' · '),
    standsIn: (name: string): string => `In Vertretung: ${name}`,
    unmanned: 'An diesem Tag ist niemand im Dienst. Alle Besuche sind abgesagt.',
    bring: (things: string): string => `Mitbringen: ${things}`,
    bringFor: bring,
    part: (id: string): string => `Teil vom Dienstleister für ${id}`,
    none: 'Keine offenen Meldungen.',
    page: (page: number, pages: number): string => `Seite ${page} von ${pages}`,
    planned: 'für diesen Besuch geplant',
    later: (window: string): string => `geplant: ${window}`,
    provider: 'Dienstleister',
    elsewhere: (who: string): string => `liegt bei: ${who}`,
    states: {
      planned: 'Besuch steht an',
      done: 'Erledigt',
      missed: 'Ausgefallen',
      off: 'Kein Besuch mehr geplant',
    },
    by: (state: string, name: string): string => `${state}, ${name}`,
    because: (reason: string): string => `Grund: ${reason}`,
    visitMovedTo: (window: string): string => `Verlegt auf: ${window}`,
    movedTo: (window: string): string => `Rest verlegt auf: ${window}`,
    notMoved: (ids: string): string => `Nicht verlegt, bitte klären: ${ids}`,
    nextVisit: (window: string): string => `Der Besuch danach: ${window}`,
    movedNote: 'Das haben wir bei diesem Besuch nicht geschafft. Wir machen es beim nächsten.',
    solvedNote: 'Vor Ort erledigt.',
    byPhone: (name: string, school: string): string =>
      `Bitte anrufen (im Chat nicht erreichbar): ${name}, ${school}`,
    asked: 'Die Besuchsliste steht jetzt an anderer Stelle. „Besuchsliste“ zeigt sie wieder hier.',
    notFound: (day: string): string => `Am ${day} sind keine Besuche geplant.`,
    noVisits: 'In den nächsten Tagen sind keine Besuche geplant.',
    notYours: 'Die Besuchsliste ist für Campus-Manager und ihre Vertretung.',
    whichCampus: (campus: string): string =>
      `Von welchem Campus? Schreiben Sie zum Beispiel „Besuchsliste ${campus} morgen“.`,
    noCampusHere: 'Die Besuchsliste gibt es im Kanal eines Campus und im persönlichen Chat.',
    checkBelow: 'Die Wartung steht unten als eigene Karte.',
    ticketBelow: 'Die Meldung steht unten als eigene Karte.',
    actions: {
      solved: 'Gelöst',
      solvedNow: 'Als gelöst melden',
      open: 'Öffnen',
      done: 'Standort erledigt',
      takeBack: 'Doch nicht erledigt',
      missed: 'Besuch fällt aus',
      changeVisit: 'Besuch verlegen …',
      missedNow: 'Besuch absagen',
      move: (number: number): string => `Rest verlegen (${number})`,
      moveNow: 'Zum nächsten Besuch',
      informed: 'Mitgeteilt',
      refresh: 'Aktualisieren',
      nextPage: 'Nächste Seite',
      previousPage: 'Vorige Seite',
    },
    labels: {
      solution: 'Was hat geholfen? (liest die Lehrkraft)',
      reason: 'Warum? (lesen die Schule und die Lehrkräfte)',
      note: 'Nachricht dazu an die Lehrkräfte',
    },
    errors: {
      solution: 'Bitte schreiben Sie kurz, was geholfen hat.',
      reason: 'Bitte schreiben Sie kurz, warum.',
      note: 'Bitte schreiben Sie den Lehrkräften einen Satz.',
    },
    refusal: (refusal: WorklistRefusal): string => {
      switch (refusal.code) {
        case 'not-found':
          return 'Diese Besuchsliste gibt es nicht mehr.';
        case 'not-allowed':
          return 'Die Besuchsliste ist für Campus-Manager und ihre Vertretung.';
        case 'unknown-site':
          return 'Dieser Standort steht nicht auf der Liste.';
        case 'settled':
          return 'Das ist schon abgehakt. Bitte aktualisieren Sie die Liste.';
        case 'text-missing':
          return 'Bitte schreiben Sie einen kurzen Satz dazu.';
        case 'too-long':
          return `Der Text ist zu lang. Erlaubt sind ${refusal.limit} Zeichen.`;
        case 'nothing-left':
          return 'Hier ist nichts mehr zu verlegen.';
        case 'no-next-visit':
          return 'Für diesen Standort ist kein weiterer Besuch geplant.';
        case 'nothing-to-do':
          return 'Das ist schon erledigt.';
      }
    },
  },
};
