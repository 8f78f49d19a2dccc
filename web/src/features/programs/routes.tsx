import type { FeatureRoutes } from '../../lib/routes';

export const programsRoutes: FeatureRoutes = {};
