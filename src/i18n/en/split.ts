import type { Category } from '../../tickets/index.js';
import type { split as german } from '../de/split.js';

const shares: Record<
  Category,
  { readonly school: string; readonly campus: string; readonly vendor: string }
> = {
  'ipad-hardware': {
    school: 'restart, another cable and charger',
    campus: 'check the device, lend a spare one',
    vendor: 'repair and insurance',
  },
  'ipad-software': {
    school: 'restart, quit the app, check the WLAN',
    campus: 'management of devices and apps',
    vendor: 'faults of the app',
  },
  'app-request': {
    school: 'settle the wish and data protection at school',
    campus: 'check, buy, distribute',
    vendor: '',
  },
  network: {
    school: 'try another device at the same place',
    campus: 'WLAN and network of the building',
    vendor: 'line and cabling',
  },
  display: {
    school: 'check power, cable and input, restart',
    campus: 'settings and connection',
    vendor: 'repair and lamp',
  },
  computer: {
    school: 'check power and cables, restart',
    campus: 'setup, sign-in, programs',
    vendor: 'repair',
  },
  printer: {
    school: 'paper, toner and jams, restart',
    campus: 'connection and setup',
    vendor: 'maintenance and spare parts',
  },
  account: {
    school: 'reset the password where the school may',
    campus: 'accounts and rights',
    vendor: '',
  },
  loss: {
    school: 'search at school, tell the head',
    campus: 'lock and locate the device',
    vendor: 'insurance',
  },
  lending: { school: '', campus: 'lend devices', vendor: '' },
  workshop: { school: '', campus: 'plan the workshop', vendor: '' },
  smalltalk: { school: '', campus: '', vendor: '' },
  other: { school: '', campus: 'takes care or passes it on', vendor: '' },
};

const atOnce: Partial<Record<Category, string>> = {
  'app-request': 'Please talk to your media officers about apps first.',
  account: 'Your media officers can often reset passwords at once.',
  loss: 'If a device is missing, please tell the head of your school, too.',
};

const byVendor: Partial<Record<Category, string>> = {
  'ipad-hardware': 'If an iPad is broken, a vendor repairs it.',
  display: 'If the device is broken, a vendor repairs it.',
  printer: 'Spare parts and maintenance for printers come from a vendor.',
};

export const split: typeof german = {
  fact: 'Who does what',
  meanwhile: (category) =>
    shares[category].school === ''
      ? ''
      : `Meanwhile your school’s media officer can have a look: ${shares[category].school}.`,
  atOnce: (category) => atOnce[category] ?? '',
  byVendor: (category) => byVendor[category] ?? '',
  here: (category) =>
    shares[category].campus === '' ? '' : `What campus management does here: ${shares[category].campus}.`,
  atVendor: (category) => (shares[category].vendor === '' ? '' : `With them: ${shares[category].vendor}.`),
  all: (category) => {
    const { school, campus, vendor } = shares[category];
    return [
      ...(school === '' ? [] : [`the school’s media officer: ${school}`]),
      ...(campus === '' ? [] : [`campus management: ${campus}`]),
      ...(vendor === '' ? [] : [`vendor: ${vendor}`]),
    ].join('; ');
  },
};
