import type { Refusal, Verb } from '../../tickets/index.js';
import { vocabulary } from './vocabulary.js';

/** What a command does, as the end of "you cannot ...". */
const deeds: Record<Verb, string> = {
  submit: 'absenden',
  revise: 'ändern',
  tried: 'ändern',
  photo: 'mit einem Foto versehen',
  discard: 'verwerfen',
  expire: 'verfallen lassen',
  claim: 'übernehmen',
  release: 'zurückgeben',
  assign: 'zuweisen',
  offer: 'weitergeben',
  accept: 'annehmen',
  decline: 'ablehnen',
  comment: 'kommentieren',
  note: 'mit einer Notiz versehen',
  hold: 'auf Warten setzen',
  'plan-visit': 'für einen Besuch einplanen',
  resume: 'fortsetzen',
  resolve: 'als gelöst melden',
  attach: 'einer Störung zuordnen',
  detach: 'aus einer Störung lösen',
  'incident-status': 'ändern',
  reopen: 'wieder öffnen',
  close: 'abschließen',
  'close-for-silence': 'abschließen',
  edit: 'ändern',
  withdraw: 'zurückziehen',
  rate: 'bewerten',
  escalate: 'als eilig melden',
  remind: 'anmahnen',
  'set-priority': 'in der Dringlichkeit ändern',
  merge: 'mit einer anderen zusammenführen',
  absorb: 'mit einer anderen zusammenführen',
  merged: 'abschließen',
  'merge-refused': 'ändern',
  unmerge: 'wieder trennen',
  expel: 'wieder trennen',
  news: 'ändern',
  'comment-of-duplicate': 'kommentieren',
  'order-refused': 'ändern',
  split: 'aufteilen',
  link: 'mit einer anderen verknüpfen',
  unlink: 'von einer anderen lösen',
  informed: 'als mitgeteilt abhaken',
  reroute: 'umleiten',
  recompute: 'neu berechnen',
};

/** One sentence for each reason why something was refused: what is the case, and what to do instead. */
export const refusals = {
  sentence: (refusal: Refusal): string => {
    switch (refusal.code) {
      case 'taken':
        return `${refusal.by} hat diese Meldung schon übernommen.`;
      case 'not-allowed':
        return `Diese Meldung können Sie nicht ${deeds[refusal.verb]}. Das darf nur, wer dafür zuständig ist.`;
      case 'wrong-state':
        return `Eine Meldung im Stand „${vocabulary.states[refusal.state]}“ lässt sich nicht ${deeds[refusal.verb]}. Die Karte zeigt den neuen Stand.`;
      case 'school-missing':
        return 'Bitte wählen Sie Ihre Schule aus.';
      case 'site-missing':
        return 'Ihre Schule hat mehrere Standorte. Bitte wählen Sie einen aus.';
      case 'text-missing':
        return 'Bitte schreiben Sie noch einen kurzen Text dazu.';
      case 'too-long':
        return `Der Text ist zu lang. Erlaubt sind ${refusal.limit} Zeichen.`;
      case 'too-many-comments':
        return `Hier stehen schon ${refusal.limit} Kommentare. Bitte telefonieren Sie miteinander oder legen Sie eine neue Meldung an.`;
      case 'ticket-full':
        return 'In dieser Meldung ist kein Platz mehr für Text. Bitte telefonieren Sie miteinander oder legen Sie eine neue Meldung an.';
      case 'date-in-past':
        return 'Das Datum liegt in der Vergangenheit. Bitte wählen Sie einen späteren Tag.';
      case 'reason-missing':
        return 'Der Besuch liegt nach der zugesagten Lösung. Bitte schreiben Sie kurz dazu, warum es länger dauert.';
      case 'no-ticket-needed':
        return 'Dafür ist keine Meldung nötig. Wenn doch etwas nicht funktioniert, wählen Sie bitte ein anderes Thema.';
      case 'reopen-too-late':
        return `Die Meldung ist seit mehr als ${refusal.days} Tagen abgeschlossen. Bitte legen Sie eine neue an.`;
      case 'only-description-and-room':
        return 'Die Meldung ist schon in Bearbeitung. Ändern lassen sich nur noch Beschreibung und Raum.';
      case 'already-rated':
        return 'Sie haben schon bewertet. Vielen Dank!';
      case 'stars-out-of-range':
        return `Bitte vergeben Sie 1 bis ${refusal.most} Sterne.`;
      case 'nobody-to-offer-to':
        return 'Dorthin lässt sich die Meldung nicht weitergeben, weil dort niemand zuständig ist.';
      case 'nothing-to-do':
        return 'Hier ist nichts zu tun: Alles ist auf dem neuesten Stand.';
      case 'too-many-photos':
        return `Hier sind schon ${refusal.limit} Fotos. Mehr passen nicht in eine Meldung.`;
      case 'in-incident':
        return `Diese Meldung gehört schon zur Störung „${refusal.title}“.`;
      case 'merging':
        return 'Diese Meldung wird gerade mit einer anderen zusammengeführt. Bitte versuchen Sie es gleich noch einmal.';
      case 'same-ticket':
        return 'Das ist dieselbe Meldung. Bitte nennen Sie die andere.';
      case 'too-many-tickets':
        return refusal.limit === 0
          ? 'Mit dieser Meldung sind schon andere zusammengeführt. Bitte führen Sie umgekehrt die andere mit ihr zusammen.'
          : `Mehr als ${refusal.limit} andere Meldungen lassen sich hier nicht anhängen.`;
      case 'undo-too-late':
        return `Das ist mehr als ${refusal.days} Tage her und lässt sich nicht mehr zurücknehmen.`;
      case 'other-party':
        return 'Die andere Meldung liegt bei einem anderen Team. Zusammenführen kann beide der Helpdesk.';
      case 'no-answer':
        return 'Die andere Meldung war länger nicht erreichbar. Bitte versuchen Sie es noch einmal.';
      case 'not-found':
        return 'Diese Meldung gibt es nicht oder nicht mehr.';
    }
  },
};
