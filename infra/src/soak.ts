import { command } from './command.ts';
import { runSuites } from './suites.ts';

await command(() => runSuites(process.argv.slice(2), true));
