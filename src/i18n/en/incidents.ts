import type { incidents as german } from '../de/incidents.js';

const services: Readonly<Record<string, string>> = {
  logineo: 'LOGINEO',
  iserv: 'IServ',
  moodle: 'Moodle',
  webuntis: 'WebUntis',
  teams: 'Teams',
  office: 'Microsoft 365',
  jamf: 'Jamf',
  eduroam: 'eduroam',
  schild: 'SchILD',
  mail: 'Email',
  itslearning: 'itslearning',
  antolin: 'Antolin',
  anton: 'ANTON',
  nextcloud: 'School cloud',
  taskcards: 'TaskCards',
};

const wings: Readonly<Record<string, string>> = {
  'new-building': 'in the new building',
  'old-building': 'in the old building',
  annex: 'in the annex',
  pavilion: 'in the pavilion',
  containers: 'in the containers',
  'main-building': 'in the main building',
};

const wingWords = (wing: string): string =>
  wings[wing] ??
  (wing.startsWith('floor-') ? `in rooms ${wing.slice(-1)}00 and up` : `in wing ${wing.toUpperCase()}`);

const states: (typeof german)['states'] = {
  suspected: 'Looks like an outage',
  open: 'Incident',
  resolved: 'Incident resolved',
  dismissed: 'Not an incident',
};

export const incidents: typeof german = {
  states,
  fault: (fault) => {
    switch (fault.kind) {
      case 'network':
        return 'Wi-Fi and network';
      case 'display':
        return `Displays ${wingWords(fault.wing)}`;
      case 'service':
        return services[fault.service] ?? fault.service;
    }
  },
  severalSchools: (count) => (count < 2 ? 'several schools' : `${count} schools`),
  tickets: (count) => (count === 1 ? '1 report' : `${count} reports`),
  more: (count) => `and ${count} more`,
  members: 'Reports',
  candidates: 'Also look like it',
  promised: (when) => `Solution promised: ${when}`,
  overdue: (when) => `Solution overdue ${when}`,
  lasted: (duration) => `Duration: ${duration} of service time`,
  statusIs: (status) => `Status: ${status}`,
  noStatus: 'Those who reported it have not been told a status yet.',
  statusHint: 'Everybody who reported it reads this.',
  solvedBy: (solution) => `Solution: ${solution}`,
  dismissedHint: 'New reports of this kind bring a new card.',
  moved: 'This card is now in the help desk’s channel.',
  reminder: (title, when, isLate) =>
    `Incident "${title}": solution ${isLate ? 'overdue' : 'promised'} ${when}`,
  actions: {
    declare: 'Make it an incident',
    declareNow: 'Create incident',
    dismiss: 'Not one',
    tell: 'Tell the status',
    send: 'Tell everybody',
    resolve: 'Resolve',
    resolveNow: 'Report all as resolved',
    add: 'Add similar ones',
    attach: 'Add a report',
    detach: 'Take a report out',
  },
  labels: {
    title: 'What is disturbed?',
    status: 'What shall everybody read? (optional)',
    newStatus: 'New status for everybody',
    solution: 'What helped? (everybody reads it)',
    ticket: 'Number of the report',
    member: 'Which report is something else?',
    choose: 'Please choose',
  },
  errors: {
    title: 'Please write briefly what is disturbed.',
    text: 'Please add a short text.',
    tooLong: 'Please shorten the text.',
    ticket: 'Please enter a number like K7M-3QX.',
    member: 'Please choose a report.',
  },
  attached: (id) => `Report ${id} is now a part of the incident.`,
  detached: (id) => `Report ${id} is no part of the incident any more.`,
  unknownTicket: (id) => `There is no report ${id}.`,
  refusal: (refusal) => {
    switch (refusal.code) {
      case 'not-allowed':
        return 'The help desk decides on incidents.';
      case 'wrong-state':
        return `That is not possible any more; it is now: ${states[refusal.state]}.`;
      case 'text-missing':
        return 'Please add a short text.';
      case 'too-long':
        return `The text is too long. ${refusal.limit} characters are allowed.`;
      case 'nothing-to-do':
        return 'It is like that already.';
      case 'not-found':
        return 'This incident does not exist any more.';
    }
  },
};
