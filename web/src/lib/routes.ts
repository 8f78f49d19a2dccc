import type { RouteObject } from 'react-router';

/** What a feature adds to the app. Pages are loaded when they are first opened (`lazy`). */
export interface FeatureRoutes {
  /** Signed in, inside the shell: header, navigation, one column. */
  inShell?: RouteObject[];
  /** Signed in, with the whole window to itself: the live room. */
  fullPage?: RouteObject[];
  /** Also for people who are not signed in. */
  open?: RouteObject[];
}
