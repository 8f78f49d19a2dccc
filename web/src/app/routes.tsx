import { accountRoutes } from '../features/account/routes';
import { attendanceRoutes } from '../features/attendance/routes';
import { deskRoutes } from '../features/desk/routes';
import { notesRoutes } from '../features/notes/routes';
import { peopleRoutes } from '../features/people/routes';
import { programsRoutes } from '../features/programs/routes';
import { roomRoutes } from '../features/room/routes';
import { scheduleRoutes } from '../features/schedule/routes';
import type { FeatureRoutes } from '../lib/routes';

/** Every feature's pages; a new feature adds its line here. */
export const featureRoutes: readonly FeatureRoutes[] = [
  deskRoutes,
  scheduleRoutes,
  roomRoutes,
  attendanceRoutes,
  notesRoutes,
  peopleRoutes,
  programsRoutes,
  accountRoutes,
];
