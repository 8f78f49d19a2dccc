import { IconArrowBackUp, IconInfoCircle, IconMicrophoneOff, IconUserMinus, IconVideoOff } from '@tabler/icons-react';
import type { OfSeat } from '../stage/slots';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { askFor, openPerson } from './staffActs';

/** For staff, on a person's tile and row: all about them, and what can be done. */
export function PersonEntries({ seatId }: OfSeat) {
  const { view } = useRoom();
  const { live, panel, togglePanel } = useStage();
  const person = view.people[seatId];
  if (!person || seatId === view.me.seatId) return null;
  const about = () => {
    openPerson(seatId);
    if (panel !== 'people') togglePanel('people');
  };
  const muted = person.identity === undefined || live.snapshot.people[person.identity]?.muted !== false;
  const isActedOn = !person.staff && person.place === 'main';
  const sends = isActedOn && person.capacity !== 'observer';
  return (
    <>
      <MenuItem icon={IconInfoCircle} label={`About ${person.name}`} hint="Messages and more" onClick={about} />
      {sends && (
        <>
          <MenuItem icon={IconMicrophoneOff} label="Turn off microphone…" disabled={muted} onClick={() => askFor(seatId, 'microphone')} />
          <MenuItem icon={IconVideoOff} label="Turn off camera…" onClick={() => askFor(seatId, 'camera')} />
        </>
      )}
      {isActedOn && (
        <>
          <MenuItem icon={IconArrowBackUp} label="Back to the waiting room…" onClick={() => askFor(seatId, 'putBack')} />
          <MenuItem icon={IconUserMinus} label="Remove…" danger onClick={() => askFor(seatId, 'remove')} />
        </>
      )}
    </>
  );
}
