import type { FeatureRoutes } from '../../lib/routes';

export const scheduleRoutes: FeatureRoutes = {};
