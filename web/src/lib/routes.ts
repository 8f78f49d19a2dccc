import type { ComponentType } from 'react';

/** A page and how it is loaded when it is first opened. */
export interface PageRoute {
  /** Relative to the root; none for the start page. */
  path?: string;
  index?: true;
  lazy: { Component: () => Promise<ComponentType> };
}

/** What a feature adds to the app. */
export interface FeatureRoutes {
  /** Signed in, inside the shell: header, navigation, one column. */
  inShell?: PageRoute[];
  /** Signed in, with the whole window to itself: the live room. */
  fullPage?: PageRoute[];
  /** Also for people who are not signed in. */
  open?: PageRoute[];
}
