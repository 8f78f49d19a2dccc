import { ActionIcon } from '@mantine/core';
import { IconVolume, IconVolume2 } from '@tabler/icons-react';
import { loudest, useVolume } from '../sound/volumes';
import classes from './Acts.module.css';

const step = 0.2;

/** How loud this person is for me; nobody else hears a difference. */
export function PersonVolume({ seatId, name }: { seatId: string; name: string }) {
  const [volume, setVolume] = useVolume(seatId);
  const change = (by: number) => setVolume(Math.round(Math.min(loudest, Math.max(0, volume + by)) * 10) / 10);
  return (
    <div className={classes.volume} role="group" aria-label={`How loud ${name} is for me`}>
      <span>Volume, only for me</span>
      <ActionIcon size={44} variant="default" aria-label="Quieter" disabled={volume <= 0} onClick={() => change(-step)}>
        <IconVolume2 size={20} aria-hidden />
      </ActionIcon>
      <output>{Math.round(volume * 100)} %</output>
      <ActionIcon size={44} variant="default" aria-label="Louder" disabled={volume >= loudest} onClick={() => change(step)}>
        <IconVolume size={20} aria-hidden />
      </ActionIcon>
    </div>
  );
}
