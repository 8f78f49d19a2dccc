import type { FeatureRoutes } from '../../lib/routes';

export const deskRoutes: FeatureRoutes = {
  inShell: [{ index: true, lazy: { Component: async () => (await import('./DayPage')).DayPage } }],
};
