import type { Screen } from '../state/screen';
import type { Elsewhere } from '../state/useElsewhere';
import { CancelledScreen } from './CancelledScreen';
import { EndedScreen } from './EndedScreen';
import { LeftScreen } from './LeftScreen';
import { OtherDeviceScreen } from './OtherDeviceScreen';
import { RemovedScreen } from './RemovedScreen';

export type Outside = Extract<Screen, 'left' | 'removed' | 'ended' | 'cancelled' | 'otherDevice'>;

interface Props {
  screen: Outside;
  comeBack: () => void;
  elsewhere: Elsewhere;
}

/** The room for who is not in it, and not on the way to it. */
export function OutsideScreen({ screen, comeBack, elsewhere }: Props) {
  switch (screen) {
    case 'left':
      return <LeftScreen onComeBack={comeBack} />;
    case 'removed':
      return <RemovedScreen onComeBack={comeBack} />;
    case 'ended':
      return <EndedScreen />;
    case 'cancelled':
      return <CancelledScreen />;
    case 'otherDevice':
      return <OtherDeviceScreen elsewhere={elsewhere} />;
  }
}
