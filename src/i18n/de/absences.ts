import type { AbsenceRefusal } from '../../campus/index.js';

/** Who is away, who stands in, and to whom a report is handed over. */
export const absences = {
  /** On the card of a report: who shall take it over from somebody of the same team. */
  askedToStandIn: (away: string, standIn: string, answer: string): string =>
    `➜ ${away} ist nicht da. ${standIn}, bitte übernehmen Sie. ${answer}`,
  /** A choice that the other side has to accept first. */
  asOffer: (team: string): string => `${team} (als Angebot)`,
  acceptAll: (count: number): string => (count === 1 ? '1 Meldung übernehmen' : `Alle ${count} übernehmen`),
  nothingToAccept: 'Hier ist Ihnen gerade nichts zur Vertretung angeboten.',
  notOffered: 'Die Meldung hat inzwischen jemand anderes, oder sie ist nicht mehr zu übernehmen.',
  /** In the channel of a campus in which nobody is there. `until` is a day in words. */
  nobodyWord: 'Niemand im Dienst',
  nobody: (campus: string, until: string | null): string =>
    until === null
      ? `Im ${campus} ist gerade niemand im Dienst. Neue Meldungen gehen an den Helpdesk.`
      : `Bis ${until} ist im ${campus} niemand im Dienst. Neue Meldungen gehen an den Helpdesk.`,
  backWord: 'Wieder besetzt',
  back: (campus: string): string =>
    `Im ${campus} ist wieder jemand im Dienst. Meldungen kommen wieder hierher.`,
  word: 'Abwesenheit',
  summary: 'Abwesenheit eintragen',
  intro: 'Tragen Sie ein, wann jemand nicht da ist. Offene Meldungen werden dann der Vertretung angeboten.',
  notAllowed: 'Abwesenheiten tragen die Campus-Manager, der Helpdesk und die Administration ein.',
  known: 'Eingetragen',
  enterTitle: 'Neu eintragen',
  person: 'Wer ist nicht da?',
  from: 'Erster Tag',
  to: 'Letzter Tag',
  deputy: 'Vertretung (freiwillig)',
  usualDeputy: 'Wie üblich',
  choose: 'Namen eintippen',
  dayError: 'Bitte wählen Sie einen Tag.',
  personError: 'Bitte wählen Sie eine Person.',
  enter: 'Eintragen',
  change: 'Ändern',
  changeOf: (line: string): string => `Ändern: ${line}`,
  lastDay: 'Neuer letzter Tag',
  shorten: 'Kürzen',
  takeBack: 'Zurücknehmen',
  endNow: 'Ab heute wieder da',
  /** A person and days in words: `Campus manager 1: 23.11. bis 27.11.` */
  line: (name: string, from: string, to: string): string =>
    from === to ? `${name}: ${from}` : `${name}: ${from} bis ${to}`,
  withDeputy: (line: string, deputy: string): string => `${line}, Vertretung ${deputy}`,
  fromFile: (line: string): string => `${line} (aus der Organisationsdatei)`,
  entered: (line: string): string => `Eingetragen: ${line}.`,
  ended: 'Die Abwesenheit ist beendet.',
  shortened: (line: string): string => `Gekürzt: ${line}.`,
  deputyAway: (deputy: string, from: string, to: string): string =>
    from === to
      ? `Achtung: ${deputy} ist am ${from} selbst nicht da.`
      : `Achtung: ${deputy} ist vom ${from} bis ${to} selbst nicht da.`,
  noDeputy: (campus: string): string =>
    `Achtung: Für ${campus} gibt es keine Vertretung. Neue Meldungen gehen so lange an den Helpdesk.`,
  visits: (count: number): string =>
    count === 1 ? 'In diese Zeit fällt 1 Besuch.' : `In diese Zeit fallen ${count} Besuche.`,
  refusal: (reason: AbsenceRefusal): string => {
    switch (reason.code) {
      case 'not-allowed':
        return 'Das können nur die Person selbst, der Helpdesk und die Administration.';
      case 'unknown-person':
        return 'Diese Person ist nicht im Verzeichnis.';
      case 'no-such-day':
        return 'Diesen Tag gibt es nicht.';
      case 'ends-before-it-begins':
        return 'Der letzte Tag liegt vor dem ersten.';
      case 'in-the-past':
        return 'Diese Zeit ist schon vorbei.';
      case 'overlaps':
        return 'In dieser Zeit ist schon eine Abwesenheit bekannt.';
      case 'unknown-deputy':
        return 'Die Vertretung ist nicht im Verzeichnis.';
      case 'own-deputy':
        return 'Niemand kann sich selbst vertreten.';
      case 'deputy-not-staff':
        return 'Diese Person kann nicht vertreten.';
      case 'too-many':
        return 'Es sind schon sehr viele Abwesenheiten eingetragen.';
      case 'unknown-absence':
        return 'Diese Abwesenheit gibt es nicht mehr.';
      case 'not-shorter':
        return 'Eine Abwesenheit kann hier nur kürzer werden. Für mehr Tage tragen Sie bitte eine neue ein.';
    }
  },
};
