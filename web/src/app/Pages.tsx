import { type ComponentType, lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import type { PageRoute } from '../lib/routes';
import { Loading } from '../ui/Loading';
import { BareCrashPage } from './CrashPage';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFoundPage } from './NotFoundPage';
import { RequireSignIn } from './RequireSignIn';
import { Root } from './Root';
import { featureRoutes } from './routes';

// Not for the live room: its way there carries no menus.
const Shell = lazy(async () => ({ default: (await import('./Shell')).Shell }));

function routeOf({ path, lazy: { Component: load } }: PageRoute) {
  const Page: ComponentType = lazy(async () => ({ default: await load() }));
  const page = (
    <Suspense fallback={<Loading />}>
      <Page />
    </Suspense>
  );
  return <Route key={path ?? '/'} {...(path === undefined ? { index: true } : { path })} element={page} />;
}

const inShell = featureRoutes.flatMap((feature) => feature.inShell ?? []).map(routeOf);
const fullPage = featureRoutes.flatMap((feature) => feature.fullPage ?? []).map(routeOf);
const open = featureRoutes.flatMap((feature) => feature.open ?? []).map(routeOf);

/** Every page by its address. An address counts at once: what is typed after a key belongs to the page it led to. */
export function Pages() {
  return (
    <BrowserRouter useTransitions={false}>
      <ErrorBoundary Fallback={BareCrashPage}>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route element={<Root />}>
              {open}
              <Route element={<RequireSignIn />}>
                <Route element={<Shell />}>
                  {inShell}
                  <Route path="*" element={<NotFoundPage />} />
                </Route>
                {fullPage}
              </Route>
            </Route>
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </BrowserRouter>
  );
}
