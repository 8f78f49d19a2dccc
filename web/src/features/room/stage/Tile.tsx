import { IconMicrophoneOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Initial } from '../../../ui/Initial';
import classes from './Tile.module.css';
import type { TileOf } from './tiles';

interface Props {
  tile: TileOf;
  /** The picture; without one the first letter is shown. */
  children?: ReactNode;
}

export function Tile({ tile, children }: Props) {
  const { name, pronouns, isMe, online, muted, speaking } = tile;
  return (
    <section
      className={classes.tile}
      aria-label={isMe ? 'You' : name}
      data-speaking={speaking || undefined}
      data-away={!online || undefined}
    >
      {children ?? (
        <div className={classes.empty}>
          <Initial name={name} size="xl" />
        </div>
      )}
      {!online && <p className={classes.away}>Connecting again…</p>}
      <p className={classes.label}>
        {muted && <IconMicrophoneOff size={16} stroke={2.2} role="img" aria-label="Microphone off" />}
        <span className={classes.name}>{isMe ? `${name} (you)` : name}</span>
        {pronouns && <span className={classes.pronouns}>{pronouns}</span>}
      </p>
    </section>
  );
}
