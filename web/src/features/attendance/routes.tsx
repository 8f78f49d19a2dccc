import type { FeatureRoutes } from '../../lib/routes';

export const attendanceRoutes: FeatureRoutes = {
  inShell: [{ path: 'sessions/:sessionId/attendance', lazy: { Component: async () => (await import('./AttendancePage')).AttendancePage } }],
};
