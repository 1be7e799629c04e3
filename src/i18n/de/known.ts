/** What is known already: on the draft, and on the cards of a report that is a part of a bigger disturbance. */
export const known = {
  incident: (title: string): string => `Bekannte Störung: ${title}`,
  isItThis: 'Ist es das?',
  join: 'Ja, das ist es',
  joinHint: 'Wenn nicht, senden Sie Ihre Meldung einfach ab.',
  incidentOver:
    'Diese Störung ist inzwischen behoben. Geht es bei Ihnen noch nicht, senden Sie die Meldung bitte ab.',
  own: (what: string): string => `Das haben Sie schon gemeldet: ${what}`,
  ownHint: 'Ist es etwas Neues, senden Sie die Meldung einfach ab.',
  addToIt: 'Dort ergänzen',
  added: (id: string, title: string): string =>
    `Ihre Angaben stehen jetzt in ${id}, „${title}“. Eine zweite Meldung gibt es nicht.`,
  device: (state: string): string => `Dieses Gerät ist schon gemeldet: ${state}.`,
  deviceHint: 'Sie müssen nichts tun. Haben Sie etwas Neues zu sagen, senden Sie die Meldung trotzdem ab.',
  ofSchool: 'An Ihrer Schule schon gemeldet:',
  /** On the requester's card. */
  partOf: (title: string): string => `Gehört zu einer größeren Störung: ${title}`,
  /** On the channel's card. */
  memberOf: (title: string): string => `Teil der Störung „${title}“`,
  asOf: (at: string): string => `Stand ${at}`,
  noStatus: 'Wir arbeiten daran. Sobald es Neues gibt, steht es hier.',
  sameDevice: (id: string): string => `Gleiches Gerät wie ${id}`,
};
