import '../../lib/draft';
import type { FeatureRoutes } from '../../lib/routes';

const Schedule = async () => (await import('./SchedulePage')).SchedulePage;

export const scheduleRoutes: FeatureRoutes = {
  inShell: [
    { path: 'schedule', lazy: { Component: Schedule } },
    { path: 'sessions', lazy: { Component: Schedule } },
    { path: 'sessions/new', lazy: { Component: async () => (await import('./NewSessionPage')).NewSessionPage } },
    { path: 'sessions/:sessionId', lazy: { Component: async () => (await import('./SessionPage')).SessionPage } },
    { path: 'sessions/:sessionId/edit', lazy: { Component: async () => (await import('./EditSessionPage')).EditSessionPage } },
  ],
};
