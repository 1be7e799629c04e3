/**
 * The services that the city runs for its schools, and how teachers write them (lower case, folded spelling). Extend it
 * when a service comes: the key is part of an incident's id, the words are looked for as whole words.
 */
export const services: Readonly<Record<string, readonly string[]>> = {
  logineo: ['logineo', 'logineo nrw', 'lms nrw', 'logineo lms'],
  iserv: ['iserv', 'i-serv', 'i serv'],
  moodle: ['moodle'],
  webuntis: ['webuntis', 'web untis', 'untis'],
  teams: ['teams', 'ms teams', 'microsoft teams'],
  office: ['office 365', 'microsoft 365', 'outlook', 'onedrive', 'one drive'],
  jamf: ['jamf', 'jamf school', 'jamf teacher'],
  eduroam: ['eduroam'],
  schild: ['schild', 'schild-nrw', 'schild nrw'],
  mail: ['mailserver', 'mail-server', 'e-mail-server', 'dienstmail', 'dienst-mail'],
  itslearning: ['itslearning', 'its learning'],
  antolin: ['antolin'],
  anton: ['anton-app', 'anton app'],
  nextcloud: ['nextcloud', 'schulcloud', 'hpi schul-cloud', 'dbildungscloud'],
  taskcards: ['taskcards', 'task cards'],
};
