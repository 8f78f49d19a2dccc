import type { FeatureRoutes } from '../../lib/routes';

export const roomRoutes: FeatureRoutes = {};
