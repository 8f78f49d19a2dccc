import type { FeatureRoutes } from '../../lib/routes';

export const notesRoutes: FeatureRoutes = {};
