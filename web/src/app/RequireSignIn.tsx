import { Title } from '@mantine/core';
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { forgetEverything } from '../lib/auth';
import { useKeepHelp } from '../lib/help';
import { may, MeContext, useMe, useReadMe } from '../lib/me';
import { applySensory } from '../lib/sensory';
import { hasUnsavedText } from '../lib/unsaved';
import { ErrorNote } from '../ui/ErrorNote';
import { GetHelpButton } from '../ui/GetHelpButton';
import { Loading } from '../ui/Loading';
import { Logo } from '../ui/Logo';
import { ViewerZone } from '../ui/viewerZone';
import { Covered } from './Covered';
import { IdleWatch } from './IdleWatch';
import { isRoom } from './isRoom';
import classes from './Shell.module.css';

// Only for staff: patients need not load it.
const EmergencyBanner = lazy(async () => ({ default: (await import('./EmergencyBanner')).EmergencyBanner }));

const setUp = '/account/second-step';

/** Lets the pages below it know who is signed in, and nobody else see them. */
export function RequireSignIn() {
  const location = useLocation();
  const me = useReadMe();
  const isOut = me.error?.code === 'auth.signedOut';
  const [isHeld, setHeld] = useState(false);
  const holds = isOut && me.data !== undefined && (isHeld || hasUnsavedText());
  if (holds !== isHeld) setHeld(holds);
  if (isOut && !holds) return <ToSignIn next={location.pathname + location.search} />;
  if (!me.data) {
    if (!me.error) return <Loading />;
    return (
      <main className={classes.alone}>
        <Logo />
        <Title order={1} tabIndex={-1} data-page-heading my="md">
          One moment
        </Title>
        <ErrorNote error={me.error} onRetry={() => void me.refetch()} />
        <GetHelpButton className={classes.help} />
      </main>
    );
  }
  if (me.data.mustSetUpTwoFactor && location.pathname !== setUp) return <Navigate to={setUp} replace />;
  return (
    <MeContext value={me.data}>
      <AsItShouldFeel />
      <StayInTouch />
      {!isOut && <IdleWatch />}
      <Covered cover={holds ? 'again' : me.data.locked && !isRoom(location.pathname) ? 'locked' : null} me={me.data}>
        <ViewerZone value={me.data.zone}>
          {may(me.data, 'emergency.open') && (
            <Suspense fallback={null}>
              <EmergencyBanner />
            </Suspense>
          )}
          <Outlet />
        </ViewerZone>
      </Covered>
    </MeContext>
  );
}

/** Before the first paint: sound and screen as the person wants them. */
function AsItShouldFeel() {
  const { sensory } = useMe();
  useLayoutEffect(() => applySensory(sensory), [sensory]);
  return null;
}

/** After the first paint: a sign-in that ends on another device ends this page too. */
function StayInTouch() {
  useKeepHelp(useMe());
  useEffect(() => void import('../lib/socket').then(({ stayInTouch }) => stayInTouch()), []);
  return null;
}

function ToSignIn({ next }: { next: string }) {
  useEffect(forgetEverything, []);
  return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
}
