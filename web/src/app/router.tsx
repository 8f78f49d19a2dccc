import { createBrowserRouter } from 'react-router';
import { Loading } from '../ui/Loading';
import { BareCrashPage, CrashPage } from './CrashPage';
import { NotFoundPage } from './NotFoundPage';
import { RequireSignIn } from './RequireSignIn';
import { Root } from './Root';
import { featureRoutes } from './routes';
import { Shell } from './Shell';

const inShell = featureRoutes.flatMap((feature) => feature.inShell ?? []);
const fullPage = featureRoutes.flatMap((feature) => feature.fullPage ?? []);
const open = featureRoutes.flatMap((feature) => feature.open ?? []);

export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: BareCrashPage,
    HydrateFallback: Loading,
    children: [
      ...open,
      {
        Component: RequireSignIn,
        children: [
          // A page that breaks leaves the header and the ways out of it in place.
          { Component: Shell, children: [{ ErrorBoundary: CrashPage, children: [...inShell, { path: '*', Component: NotFoundPage }] }] },
          ...fullPage,
        ],
      },
    ],
  },
]);
