import * as attendance from './attendance/routes.js';
import { readDay } from './desk/routes.js';
import * as notes from './notes/routes.js';
import * as people from './people/routes.js';
import * as programs from './programs/routes.js';
import * as room from './room/routes.js';
import type { Route } from './route.js';
import * as schedule from './schedule/routes.js';
import * as system from './system.js';

/** Every route there is, by name. */
export const routes: Readonly<Record<string, Route>> = {
  ...system,
  ...people,
  ...programs,
  ...schedule,
  ...attendance,
  ...room,
  ...notes,
  readDay,
};
