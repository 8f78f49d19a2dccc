import type { FeatureRoutes } from '../../lib/routes';

export const peopleRoutes: FeatureRoutes = {};
