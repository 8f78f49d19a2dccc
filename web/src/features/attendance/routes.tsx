import type { FeatureRoutes } from '../../lib/routes';

export const attendanceRoutes: FeatureRoutes = {};
