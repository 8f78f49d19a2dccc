import type { FeatureRoutes } from '../../lib/routes';

export const programsRoutes: FeatureRoutes = {
  inShell: [
    { path: 'programs', lazy: { Component: async () => (await import('./ProgramsPage')).ProgramsPage } },
    { path: 'programs/:programId', lazy: { Component: async () => (await import('./ProgramPage')).ProgramPage } },
  ],
};
