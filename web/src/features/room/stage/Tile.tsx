import { IconMicrophoneOff, IconPinned } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Initial } from '../../../ui/Initial';
import { TileMenu } from './seeing/TileMenu';
import { useRenderCount } from './seeing/tileRenders';
import { seeingWords } from './seeing/words';
import { SlotParts } from './SlotParts';
import { tileMarks } from './slots';
import classes from './Tile.module.css';
import type { TileOf } from './tiles';

interface Props {
  tile: TileOf;
  /** In the large place: the same person may be among the small ones too. */
  large?: boolean;
  /** The picture; under it is the first letter, until it comes. */
  children?: ReactNode;
}

export function Tile({ tile, large, children }: Props) {
  const { seatId, name, isMe, online, speaking, pinned } = tile;
  useRenderCount(large ? `${seatId}:large` : seatId);
  const label = isMe ? 'You' : name;
  return (
    <section
      className={classes.tile}
      aria-label={large ? `${label}, large` : label}
      data-seat={isMe ? undefined : seatId}
      data-speaking={speaking || undefined}
      data-away={!online || undefined}
    >
      <div className={classes.empty}>
        <Initial name={name} size="xl" />
      </div>
      {children}
      {!online && <p className={classes.away}>Connecting again…</p>}
      <TileLabel tile={tile} />
      <div className={classes.corner}>
        <span className={classes.marks}>
          <SlotParts of={tileMarks} props={{ seatId }} />
        </span>
        {!isMe && <TileMenu seatId={seatId} name={name} pinned={pinned} />}
      </div>
    </section>
  );
}

function TileLabel({ tile: { name, pronouns, isMe, muted, pinned } }: { tile: TileOf }) {
  return (
    <p className={classes.label}>
      {muted && <IconMicrophoneOff size={16} stroke={2.2} role="img" aria-label="Microphone off" />}
      {pinned && <IconPinned size={16} stroke={2.2} role="img" aria-label={seeingWords.keptLarge} />}
      <span className={classes.name}>{isMe ? `${name} (you)` : name}</span>
      {pronouns && <span className={classes.pronouns}>{pronouns}</span>}
    </p>
  );
}
