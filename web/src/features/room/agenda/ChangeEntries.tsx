import { IconArrowDown, IconArrowUp, IconMinus, IconPencil, IconPlus, IconSquareCheck, IconSquareX } from '@tabler/icons-react';
import { MenuItem } from '../stage/menu/MenuItem';
import { useRoom } from '../state/roomContext';
import { serverNow } from '../state/serverClock';
import type { AgendaPart } from './changes';
import { minutesAfter, moved } from './changes';

interface Props {
  part: AgendaPart;
  parts: readonly AgendaPart[];
  onName: () => void;
}

/** All that can be changed of one part. */
export function ChangeEntries({ part, parts, onName }: Props) {
  const { view, commands } = useRoom();
  const { blockId, skipped = false } = part;
  const { current } = view.agenda;
  const at = parts.indexOf(part);
  const move = (by: -1 | 1) => commands.run({ type: 'orderBlocks', blockIds: moved(parts, blockId, by) });
  const time = (by: number) => commands.run({ type: 'timeBlock', blockId, minutes: minutesAfter(part, by, current, serverNow()) });
  return (
    <>
      <MenuItem icon={IconPlus} label="5 minutes more" onClick={() => time(5)} />
      <MenuItem icon={IconMinus} label="5 minutes less" disabled={part.minutes <= 1} onClick={() => time(-5)} />
      <MenuItem icon={IconArrowUp} label="Earlier" disabled={at <= 0} onClick={() => move(-1)} />
      <MenuItem icon={IconArrowDown} label="Later" disabled={at === parts.length - 1} onClick={() => move(1)} />
      {current?.blockId !== blockId && (
        <MenuItem
          icon={skipped ? IconSquareCheck : IconSquareX}
          label={skipped ? 'Take it in again' : 'Leave it out today'}
          onClick={() => commands.run({ type: 'skipBlock', blockId, skipped: !skipped })}
        />
      )}
      <MenuItem icon={IconPencil} label={part.topic ? 'Change the topic…' : 'Add a topic…'} onClick={onName} />
    </>
  );
}
