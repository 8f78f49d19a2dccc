import '../../lib/draft';
import type { FeatureRoutes } from '../../lib/routes';

export const notesRoutes: FeatureRoutes = {
  inShell: [
    { path: 'sessions/:sessionId/notes', lazy: { Component: async () => (await import('./NotesPage')).NotesPage } },
    { path: 'notes/:noteId', lazy: { Component: async () => (await import('./NotePage')).NotePage } },
  ],
};
