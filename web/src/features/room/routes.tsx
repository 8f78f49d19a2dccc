import type { FeatureRoutes } from '../../lib/routes';

export const roomRoutes: FeatureRoutes = {
  fullPage: [
    { path: 'sessions/:sessionId/room', lazy: { Component: async () => (await import('./RoomPage')).RoomPage } },
    { path: 'first-steps/room', lazy: { Component: async () => (await import('./LookPage')).LookPage } },
  ],
};
