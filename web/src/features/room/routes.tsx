import type { FeatureRoutes } from '../../lib/routes';

export const roomRoutes: FeatureRoutes = {
  inShell: [{ path: 'check', lazy: { Component: async () => (await import('./check/DeviceCheckPage')).DeviceCheckPage } }],
  fullPage: [
    // The address in mails: it says nothing of what it is about.
    { path: 'go/:sessionId', lazy: { Component: async () => (await import('./GoPage')).GoPage } },
    { path: 'sessions/:sessionId/room', lazy: { Component: async () => (await import('./RoomPage')).RoomPage } },
    { path: 'sessions/:sessionId/panel', lazy: { Component: async () => (await import('./remote/RemotePage')).RemotePage } },
    { path: 'first-steps/room', lazy: { Component: async () => (await import('./LookPage')).LookPage } },
  ],
};
