import boundaries from 'eslint-plugin-boundaries';

/** Each may import those to its left. A later domain is named here before its first file. */
const domains = ['people', 'programs', 'schedule', 'attendance', 'room', 'practice', 'notes', 'billing', 'desk', 'demo'];
/** What knows no domain. */
const ground = ['common', 'database', 'access', 'audit', 'livekit', 'realtime'];

const serverElements = [
  ...[...ground, ...domains, 'system', 'testing'].map((name) => ({
    type: `server-${name}`,
    pattern: `server/src/${name}`,
  })),
];

const elements = [
  { type: 'shared', pattern: 'shared/src' },
  ...serverElements,
  { type: 'web-feature', pattern: 'web/src/features/*', capture: ['feature'] },
  { type: 'web-app', pattern: 'web/src/app' },
  { type: 'web-ui', pattern: 'web/src/ui' },
  { type: 'web-lib', pattern: 'web/src/lib' },
  { type: 'infra', pattern: 'infra' },
  { type: 'e2e', pattern: 'e2e' },
];

/** Files beside the folders. */
const files = [
  { category: 'config', pattern: 'server/src/config.ts' },
  { category: 'server-main', pattern: 'server/src/*.ts' },
  { category: 'web-main', pattern: 'web/src/*.ts*' },
];

const from = (type, ...types) => ({
  from: { element: { type } },
  allow: { to: { element: { types: { anyOf: [type, ...types] } } } },
});

const fromFile = (category, ...types) => ({
  from: { file: { categories: category } },
  allow: { to: [{ element: { types: { anyOf: types } } }, { file: { categories: category } }] },
});

const server = (name) => `server-${name}`;
const serverGround = ['shared', ...ground.map(server)];
const serverAll = serverElements.map(({ type }) => type);

const policies = [
  from('shared'),
  // The settings lie beside main.ts, but everybody may read them.
  { from: { element: { type: 'server-*' } }, allow: { to: { file: { categories: 'config' } } } },
  ...ground.map((name) => from(server(name), ...serverGround)),
  from('server-system', ...serverGround),
  ...domains.map((name, index) => from(server(name), ...serverGround, ...domains.slice(0, index).map(server))),
  from('server-testing', 'shared', ...serverAll),
  fromFile('server-main', 'shared', ...serverAll),
  { from: { element: { type: 'server-testing' } }, allow: { to: { file: { categories: 'server-main' } } } },
  from('web-lib', 'shared'),
  from('web-ui', 'shared', 'web-lib'),
  {
    from: { element: { type: 'web-feature' } },
    allow: { to: { element: { types: { anyOf: ['shared', 'web-lib', 'web-ui'] } } } },
  },
  {
    from: { element: { type: 'web-feature' } },
    allow: {
      to: { element: { type: 'web-feature', captured: { feature: '{{ from.element.captured.feature }}' } } },
    },
  },
  from('web-app', 'shared', 'web-lib', 'web-ui', 'web-feature'),
  fromFile('web-main', 'shared', 'web-lib', 'web-ui', 'web-app'),
  from('infra', 'shared'),
  // What passes the gate for a test is written once.
  from('e2e', 'infra', 'shared', 'server-testing'),
];

/** Packages with one door: everybody else goes through the folder named in the message. */
const oneDoor = [
  { name: 'livekit-server-sdk', message: 'Only server/src/livekit talks to the media server.' },
  { name: 'livekit-client', message: 'Only web/src/features/room talks to the media server.' },
];
const closed = (...open) => ['error', { paths: oneDoor.filter(({ name }) => !open.includes(name)) }];

export const boundaryRules = [
  {
    files: ['{shared,server,web}/src/**/*.{ts,tsx}', '{infra,e2e}/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': files,
      'boundaries/legacy-templates': false,
      'import/resolver': { typescript: { project: 'tsconfig.base.json' } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: false, policies }],
      'boundaries/no-unknown-files': 'error',
      'no-restricted-imports': closed(),
    },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(?!zod$|\\.{1,2}/)', message: 'shared imports nothing but zod: it runs in every browser.' }],
        },
      ],
    },
  },
  { files: ['server/src/livekit/**'], rules: { 'no-restricted-imports': closed('livekit-server-sdk') } },
  { files: ['web/src/features/room/**'], rules: { 'no-restricted-imports': closed('livekit-client') } },
  {
    // Tests may look at everything from anywhere.
    files: ['**/*.spec.{ts,tsx}', '**/*.soak.ts', '**/*.testing.ts', '**/src/*/testing/**'],
    rules: { 'boundaries/dependencies': 'off' },
  },
];
