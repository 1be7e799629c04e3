/**
 * Who may import whom. A room is a folder of src/; its index.ts is its public face.
 * Tests are free to look inside.
 */
const domain =
  '(tickets|board|bulk|incidents|sla|campus|intake|knowledge|devices|lending|workshops|maintenance|visits|worklists)';

/** Libraries that compute and do nothing else. A library that reads, writes or calls does not belong here. */
const pureLibraries =
  'node_modules/(csv-parse|fastest-levenshtein|feiertagejs|franc-min|ical[.]js|yaml|zod)/';

/** Files that hold little but the words of a room; their types may be named directly. */
const contracts = [
  '^src/campus/directory[.]ts$',
  '^src/intake/understanding[.]ts$',
  '^src/sla/(instant|service-calendar)[.]ts$',
  '^src/tickets/(vocabulary|ticket|outbox|commands|decision)[.]ts$',
];

/**
 * Which other rooms each room may import, types among them. Modules that stand in src/ itself put the rooms together and
 * are free; `src/i18n` names the domain only to type its sentences.
 */
const mayImport = {
  board: ['sla', 'store', 'tickets'],
  bulk: ['campus', 'i18n', 'sla', 'store', 'tickets'],
  bot: [
    'bulk',
    'campus',
    'cards',
    'delivery',
    'i18n',
    'incidents',
    'intake',
    'knowledge',
    'maintenance',
    'photos',
    'sla',
    'store',
    'tickets',
    'visits',
    'worklists',
  ],
  campus: ['i18n', 'sla', 'store', 'tickets'],
  cards: ['bulk', 'campus', 'i18n', 'incidents', 'maintenance', 'sla', 'tickets', 'visits', 'worklists'],
  cli: [
    'campus',
    'cards',
    'delivery',
    'i18n',
    'intake',
    'knowledge',
    'learning',
    'maintenance',
    'photos',
    'scheduler',
    'sla',
    'store',
    'tickets',
    'visits',
  ],
  config: [],
  delivery: [
    'board',
    'bulk',
    'campus',
    'cards',
    'i18n',
    'incidents',
    'maintenance',
    'sla',
    'store',
    'tickets',
    'visits',
    'worklists',
  ],
  i18n: ['campus', 'incidents', 'intake', 'maintenance', 'sla', 'tickets', 'visits', 'worklists'],
  incidents: ['campus', 'sla', 'store', 'tickets'],
  intake: ['i18n', 'tickets'],
  knowledge: ['i18n', 'intake', 'store', 'tickets'],
  learning: ['campus', 'delivery', 'i18n', 'intake', 'store', 'tickets'],
  maintenance: ['campus', 'i18n', 'sla', 'store', 'tickets', 'visits'],
  photos: ['sla', 'store', 'tickets'],
  scheduler: ['board', 'bulk', 'incidents', 'sla', 'store', 'tickets', 'visits', 'worklists'],
  sla: ['tickets'],
  store: [],
  tickets: ['campus', 'i18n', 'sla', 'store'],
  visits: ['campus', 'i18n', 'sla', 'store', 'tickets'],
  worklists: ['campus', 'sla', 'store', 'tickets', 'visits'],
};

/** @param {string} room @param {readonly string[]} others */
function roomImports([room, others]) {
  return {
    name: `what-${room}-imports`,
    severity: 'error',
    comment: `${room}/ imports of other rooms only ${others.join(', ') || 'none'}; the list stands at the top of this file.`,
    from: { path: `^src/${room}/` },
    to: { path: '^src/[^/]+/', pathNot: [room, ...others].map((each) => `^src/${each}/`) },
  };
}

/** @param {string} room @param {string} library */
function onlyIn(name, room, library) {
  return {
    name,
    severity: 'error',
    comment: `Only ${room} may know ${library}, so that it can be replaced there.`,
    from: { path: '^src/', pathNot: `^src/${room}` },
    to: { path: `node_modules/${library}` },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-circle-at-run-time',
      severity: 'error',
      comment: 'Modules that need each other to start; type imports are gone by then and do not count.',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rooms-by-their-public-face',
      severity: 'error',
      comment:
        'A room of the domain is entered through its index.ts; only the types of a contract may be named directly.',
      from: { path: '^src/([^/]+)' },
      to: {
        path: `^src/${domain}/`,
        pathNot: ['^src/$1/', `^src/${domain}/index[.]ts$`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-contract-types-directly',
      severity: 'error',
      comment: 'Types, too, come from the public face, except those of the contracts.',
      from: { path: '^src/([^/]+)' },
      to: {
        path: `^src/${domain}/`,
        pathNot: ['^src/$1/', `^src/${domain}/index[.]ts$`, ...contracts],
        dependencyTypes: ['type-only'],
      },
    },
    {
      name: 'domain-knows-only-domain',
      severity: 'error',
      comment:
        "The domain imports the domain, the language's name and the store's interface; never bot/, delivery/ or cli/.",
      from: { path: `^src/${domain}/` },
      to: {
        path: '^src/',
        pathNot: [
          `^src/${domain}/`,
          '^src/store/(index|document-store|errors)[.]ts$',
          '^src/i18n/(index|language)[.]ts$',
        ],
      },
    },
    {
      name: 'domain-without-input-and-output',
      severity: 'error',
      comment: 'The domain is pure: no module of Node.',
      from: { path: `^src/${domain}/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-with-pure-libraries-only',
      severity: 'error',
      comment: 'The domain uses only libraries that compute; the list stands at the top of this file.',
      from: { path: `^src/${domain}/` },
      to: { path: 'node_modules/', pathNot: pureLibraries },
    },
    ...Object.entries(mayImport).map(roomImports),
    {
      name: 'rooms-are-listed',
      severity: 'error',
      comment: 'A new room says at the top of this file what it may import.',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(mayImport).join('|')})/` },
      to: { path: '^src/' },
    },
    {
      name: 'photos-by-their-public-face',
      severity: 'error',
      comment: 'Whoever has photos to do with sees neither where they lie nor how they are cleaned.',
      from: { path: '^src/', pathNot: '^src/photos/' },
      to: { path: '^src/photos/', pathNot: '^src/photos/index[.]ts$' },
    },
    {
      name: 'learning-by-its-public-face',
      severity: 'error',
      comment: 'What is kept of corrections is reached through its book alone.',
      from: { path: '^src/', pathNot: '^src/learning/' },
      to: { path: '^src/learning/', pathNot: '^src/learning/index[.]ts$' },
    },
    {
      name: 'nobody-starts-from-the-edges',
      severity: 'error',
      comment: 'main.ts puts the parts together; no part needs the whole.',
      from: { path: '^src/', pathNot: '^src/(main[.]ts$|cli/)' },
      to: { path: '^src/(main[.]ts$|cli/)' },
    },
    {
      name: 'source-never-needs-tests',
      severity: 'error',
      comment: 'What runs in production does not stand in test/, nor is it a development dependency.',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-development-dependency-in-production',
      severity: 'error',
      comment: 'It would be missing after npm ci --omit=dev.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: { path: '^(src|test)/' },
      to: { couldNotResolve: true },
    },
    onlyIn('botbuilder-only-in-bot', 'bot/', '(botbuilder[^/]*|botframework[^/]*)/'),
    onlyIn('teams-ai-only-in-bot', 'bot/', '@microsoft/teams-ai/'),
    onlyIn('cosmos-only-in-its-store', 'store/cosmos[.]ts$', '@azure/cosmos/'),
    onlyIn('libsql-only-in-its-store', 'store/sqlite[.]ts$', '(@libsql|libsql)/'),
    onlyIn('blob-storage-only-in-its-store', 'photos/azure-blob[.]ts$', '@azure/storage-blob/'),
    onlyIn('icalendar-only-in-visits', 'visits/', 'ical[.]js/'),
    onlyIn('pictures-are-opened-in-one-place', 'photos/clean-photo[.]ts$', '(sharp|@img)/'),
    onlyIn('templating-only-in-cards', 'cards/', '(adaptivecards-templating|adaptive-expressions)/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
