import { IconScreenShare, IconScreenShareOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { shareWords as words } from '../../../lib/shareWords';
import { ControlButton } from '../stage/ControlButton';
import { MenuItem } from '../stage/menu/MenuItem';
import { useRoom } from '../state/roomContext';
import { useOwnScreen } from './screen';
import { askToShare, useIsAsked } from './shareDialog';
import { canShare, stopSharing } from './useShareScreen';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog')).ShareDialog }));

function useShareButton() {
  const { sessionId, view } = useRoom();
  const mine = useOwnScreen() !== null;
  const may = canShare() && view.people[view.me.seatId]?.mayShare === true;
  const press = () => (mine ? void stopSharing(sessionId) : askToShare(true));
  return { mine, may, press };
}

/** In the menu, for who may show a screen. */
export function ShareEntry() {
  const { view } = useRoom();
  const { mine, may, press } = useShareButton();
  if (!may) return null;
  return (
    <MenuItem
      icon={mine ? IconScreenShareOff : IconScreenShare}
      label={mine ? words.stop : words.show}
      narrowOnly={view.me.staff}
      onClick={press}
    />
  );
}

/** In the bar, for staff. */
export function ShareButton() {
  const { mine, may, press } = useShareButton();
  if (!may) return null;
  return (
    <ControlButton
      icon={mine ? IconScreenShareOff : IconScreenShare}
      name={mine ? words.stop : words.show}
      label={mine ? 'Stop' : 'Share'}
      wideOnly
      onClick={press}
    />
  );
}

/** The question itself, loaded when it is asked. */
export function ShareQuestion() {
  const asked = useIsAsked();
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <ShareDialog />
    </Suspense>
  );
}
