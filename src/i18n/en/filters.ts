import type { Filters } from '../de/filters.js';

/** By what lists are narrowed, and the words that a person writes behind a list's command for it. */
export const filters: Filters = {
  categories: {
    'ipad-hardware': ['ipad', 'ipads', 'tablet', 'tablets'],
    'ipad-software': ['ipad app', 'ipad apps', 'app', 'apps'],
    'app-request': ['app request', 'app requests'],
    network: ['wifi', 'wi-fi', 'wireless', 'network', 'internet'],
    display: ['projector', 'projectors', 'board', 'boards', 'screen', 'screens', 'monitor', 'monitors'],
    computer: ['computer', 'computers', 'pc', 'pcs', 'laptop', 'laptops', 'notebook', 'notebooks'],
    printer: ['printer', 'printers', 'scanner', 'scanners', 'copier', 'copiers'],
    account: ['account', 'accounts', 'password', 'passwords', 'login', 'logins'],
    loss: ['loss', 'lost', 'theft', 'stolen'],
    lending: ['lending', 'loan', 'loans'],
    workshop: ['training', 'trainings', 'workshop', 'workshops'],
    other: ['other', 'others'],
  },
  priorities: {
    urgent: ['urgent'],
    P1: ['very urgent'],
    P2: [],
    P3: ['normal'],
    P4: ['can wait', 'not urgent'],
  },
  between: ['and', 'with', 'for', 'at', 'in', 'the', 'of', 'reports'],
  category: 'Topic',
  anyCategory: 'All',
  priority: 'How urgent?',
  anyPriority: 'All',
  urgent: 'urgent and very urgent',
  errors: {
    category: 'Please choose a topic.',
    priority: 'Please choose how urgent.',
  },
};
