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

/** Parts of a school that have a name, and how it is written in a room (lower case). */
export const namedWings: Readonly<Record<string, readonly string[]>> = {
  'new-building': ['neubau', 'new building'],
  'old-building': ['altbau', 'old building'],
  annex: ['anbau', 'annex'],
  pavilion: ['pavillon', 'pavilion'],
  containers: ['container'],
  'main-building': ['hauptgebäude', 'hauptgebaeude', 'main building'],
};

/** What stands beside the letter of a wing. */
export const wingWords = [
  'trakt',
  'flügel',
  'fluegel',
  'bau',
  'gebäude',
  'gebaeude',
  'haus',
  'wing',
  'block',
  'building',
] as const;

/** A report of the network that says one of these means the network, whatever else it names that fails with it. */
export const networkWords = [
  'wlan',
  'w-lan',
  'wifi',
  'wi-fi',
  'internet',
  'netz',
  'netzwerk',
  'network',
  'router',
  'access point',
  'accesspoint',
] as const;

/** Services that are a network themselves. */
export const networkServices: readonly string[] = ['eduroam'];
