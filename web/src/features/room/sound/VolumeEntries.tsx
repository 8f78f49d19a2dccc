import { IconVolume, IconVolume2 } from '@tabler/icons-react';
import { announce } from '../../../lib/announce';
import { soundWords as words } from '../../../lib/soundWords';
import { useRoom } from '../state/roomContext';
import { MenuRow } from '../stage/menu/Menu';
import { MenuItem } from '../stage/menu/MenuItem';
import type { OfSeat } from '../stage/slots';
import { loudest, useVolume } from './volumes';

const step = 0.2;
const percent = (volume: number) => `${Math.round(volume * 100)} %`;

/** How loud one person is for me. Nobody else hears or sees a difference. */
export function VolumeEntries({ seatId }: OfSeat) {
  const { view } = useRoom();
  const [volume, setVolume] = useVolume(seatId);
  const person = view.people[seatId];
  if (!person || person.place !== 'main' || seatId === view.me.seatId) return null;
  const change = (by: number) => {
    const next = Math.round(Math.min(loudest, Math.max(0, volume + by)) * 10) / 10;
    setVolume(next);
    announce(`${words.volume} ${percent(next)}`);
  };
  return (
    <MenuRow>
      <MenuItem icon={IconVolume2} label={words.quieter} disabled={volume <= 0} staysOpen onClick={() => change(-step)} />
      <MenuItem icon={IconVolume} label={words.louder} disabled={volume >= loudest} staysOpen onClick={() => change(step)} />
      <span role="presentation">{percent(volume)}</span>
    </MenuRow>
  );
}
