import { useEffect } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { onSignedOutElsewhere } from '../lib/auth';
import { LiveRegion } from './LiveRegion';
import { OfflineNotice } from './OfflineNotice';
import { useHeadingFocus } from './useHeadingFocus';
import { useScrollToTop } from './useScrollToTop';

/** Around every page: focus, announcements, what to do without a network. */
export function Root() {
  const navigate = useNavigate();
  useHeadingFocus();
  useScrollToTop();
  useEffect(() => onSignedOutElsewhere(() => void navigate('/sign-in')), [navigate]);
  return (
    <>
      <OfflineNotice />
      <Outlet />
      <LiveRegion />
    </>
  );
}
