import type { FeatureRoutes } from '../../lib/routes';

export const accountRoutes: FeatureRoutes = {};
