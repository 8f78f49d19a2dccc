import * as attendance from './attendance/routes.js';
import { readDay } from './desk/routes.js';
import { listPatientNotes } from './notes/patient-notes.js';
import * as notes from './notes/routes.js';
import * as emergency from './people/emergency.routes.js';
import * as firstSteps from './people/first-step.routes.js';
import { exportAccessLog, listAccessLog } from './people/access-log.js';
import * as people from './people/routes.js';
import { changeSensory } from './people/sensory.routes.js';
import * as signIn from './people/sign-in.routes.js';
import * as programs from './programs/routes.js';
import { keepDeviceCheck, openCheckRoom } from './room/device-check.routes.js';
import * as gate from './room/gate.routes.js';
import * as room from './room/routes.js';
import type { Route } from './route.js';
import * as schedule from './schedule/routes.js';
import * as system from './system.js';

/** Every route there is, by name. */
export const routes: Readonly<Record<string, Route>> = {
  ...system,
  ...people,
  changeSensory,
  listAccessLog,
  exportAccessLog,
  ...firstSteps,
  ...signIn,
  ...emergency,
  ...programs,
  ...schedule,
  ...attendance,
  ...room,
  readGate: gate.readGate,
  answerGate: gate.answerGate,
  readGates: gate.readGates,
  overrideLicence: gate.overrideLicence,
  openCheckRoom,
  keepDeviceCheck,
  ...notes,
  listPatientNotes,
  readDay,
};
