import type { vocabulary as german } from '../de/vocabulary.js';

export const vocabulary: typeof german = {
  categories: {
    'ipad-hardware': 'iPad: device and accessories',
    'ipad-software': 'iPad: apps and settings',
    'app-request': 'App request',
    network: 'WiFi and network',
    display: 'Board, projector, screen',
    computer: 'Computer and laptop',
    printer: 'Printer and scanner',
    account: 'Account and password',
    loss: 'Loss or theft',
    lending: 'Lending',
    workshop: 'Training',
    smalltalk: 'No request',
    other: 'Something else',
  },
  scopes: {
    one: 'one person, one device',
    several: 'several',
    class: 'one class',
    school: 'whole school',
  },
  priorities: { P1: 'very urgent', P2: 'urgent', P3: 'normal', P4: 'can wait' },
  states: {
    draft: 'Draft',
    new: 'Received',
    claimed: 'In progress',
    waiting: 'Waiting',
    resolved: 'Resolved',
    closed: 'Closed',
  },
  waiting: {
    requester: 'Waiting for an answer',
    vendor: 'Waiting for the supplier',
    visit: 'On-site visit',
  },
  closings: {
    solved: 'Resolved and closed',
    'no-reply': 'Closed without an answer',
    withdrawn: 'Withdrawn',
    duplicate: 'Merged with another report',
  },
  stars: ['not satisfied at all', 'not very satisfied', 'so-so', 'satisfied', 'very satisfied'],
  helpdesk: 'Help desk',
  deputyFor: (campus, manager, until) =>
    until === null ? `${campus} (deputy for ${manager})` : `${campus} (deputy for ${manager} until ${until})`,
  handlingReason: (reason) => {
    switch (reason.code) {
      case 'campus-of-school':
        return 'responsible for your school';
      case 'deputy':
        return `deputy for ${reason.for}`;
      case 'no-school':
        return 'because no school was named';
      case 'no-campus':
        return 'because the school belongs to no campus yet';
      case 'nobody-in-force':
        return 'because nobody is on duty at the campus';
      case 'handed-over':
        return `handed over by ${reason.by}`;
    }
  },
  landedBecause: (reason) =>
    reason.code === 'campus-of-school' ? 'responsible for this school' : vocabulary.handlingReason(reason),
};
