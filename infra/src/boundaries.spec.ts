import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { inRoot } from './paths.ts';

const crossing = ['boundaries/dependencies'];
const door = ['no-restricted-imports'];

/** Only an import of an existing file can cross a boundary. */
const fileIn = (domain: string) => `${domain}/${globSync('*.ts', { cwd: inRoot('server/src', domain) })[0]?.replace(/\.ts$/, '.js')}`;
const [people, schedule] = [fileIn('people'), fileIn('schedule')];

const cases: { what: string; file: string; text: string; broken: string[] }[] = [
  {
    what: 'a domain may read one to its left',
    file: 'server/src/schedule/x.ts',
    text: `import '../${people}';`,
    broken: [],
  },
  {
    what: 'no domain reads one to its right',
    file: 'server/src/people/x.ts',
    text: `import '../${schedule}';`,
    broken: crossing,
  },
  {
    what: 'the ground knows no domain',
    file: 'server/src/common/x.ts',
    text: `import '../${people}';`,
    broken: crossing,
  },
  {
    what: 'the ground may read the settings',
    file: 'server/src/common/x.ts',
    text: `import '../config.js';`,
    broken: [],
  },
  {
    what: 'no domain reads the list of modules',
    file: 'server/src/people/x.ts',
    text: `import '../app.module.js';`,
    broken: crossing,
  },
  {
    what: 'a room of the house that no rule names is refused',
    file: 'server/src/cellar/x.ts',
    text: '',
    broken: ['boundaries/no-unknown-files'],
  },
  {
    what: 'the server does not read the web',
    file: 'server/src/people/x.ts',
    text: `import '../../../web/src/lib/api.js';`,
    broken: crossing,
  },
  {
    what: 'no web feature reads another',
    file: 'web/src/features/people/X.tsx',
    text: `import '../schedule/routes';`,
    broken: crossing,
  },
  {
    what: 'a web feature reads itself, lib and ui',
    file: 'web/src/features/schedule/X.tsx',
    text: `import './routes'; import '../../lib/api'; import '../../ui/Page';`,
    broken: [],
  },
  {
    what: 'lib reads no feature',
    file: 'web/src/lib/x.ts',
    text: `import '../features/schedule/routes';`,
    broken: crossing,
  },
  {
    what: 'shared reads nothing but zod',
    file: 'shared/src/people/x.ts',
    text: `import 'zod'; import '../ids.js'; import 'pg';`,
    broken: door,
  },
  {
    what: 'a type is an import too',
    file: 'shared/src/people/x.ts',
    text: `import type { Pool } from 'pg';`,
    broken: door,
  },
  {
    what: 'only server/src/livekit reads the server SDK',
    file: 'server/src/room/x.ts',
    text: `import 'livekit-server-sdk';`,
    broken: door,
  },
  {
    what: 'server/src/livekit does',
    file: 'server/src/livekit/x.ts',
    text: `import 'livekit-server-sdk';`,
    broken: [],
  },
  {
    what: 'only the room feature reads livekit-client',
    file: 'web/src/features/desk/X.tsx',
    text: `import 'livekit-client';`,
    broken: door,
  },
  { what: 'the room feature does', file: 'web/src/features/room/X.tsx', text: `import 'livekit-client';`, broken: [] },
];

describe('import boundaries', () => {
  let found: string[][];

  beforeAll(() => {
    const input = JSON.stringify(cases.map(({ file, text }) => ({ file: inRoot(file), text })));
    const output = execFileSync(process.execPath, [inRoot('infra/lint/try.mjs'), input], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    found = JSON.parse(output.slice(output.indexOf('[[')));
  });

  it.each(cases.map(({ what, broken }, index) => ({ what, broken, index })))('$what', ({ index, broken }) => {
    expect(found[index]).toEqual(broken);
  });
});
