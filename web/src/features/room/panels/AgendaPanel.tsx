import { Button } from '@mantine/core';
import type { BlockInView } from '@rejoin/shared';
import { formatMinutes } from '../../../lib/time';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { blockKindName, blockName } from '../state/words';
import { timeLeft } from '../stage/timeLeft';
import classes from './Panel.module.css';
import list from './AgendaPanel.module.css';

export function AgendaPanel() {
  const { view } = useRoom();
  const blocks = Object.entries(view.agenda.blocks).sort(([, a], [, b]) => a.position - b.position);
  return (
    <div className={classes.body}>
      {blocks.length === 0 && <p className={classes.hint}>There is no plan for this session.</p>}
      <ol className={list.list}>
        {blocks.map(([blockId, block]) => (
          <AgendaRow key={blockId} blockId={blockId} block={block} />
        ))}
      </ol>
    </div>
  );
}

function AgendaRow({ blockId, block }: { blockId: string; block: BlockInView }) {
  const { view, commands } = useRoom();
  const { current } = view.agenda;
  const isNow = current?.blockId === blockId;
  const command = { type: 'goToBlock', blockId } as const;
  return (
    <li className={list.row} aria-current={isNow ? 'step' : undefined}>
      <div className={list.words}>
        <p className={list.name}>{block.topic || blockKindName(block.kind)}</p>
        <p className={list.detail}>
          {[block.topic ? blockKindName(block.kind) : '', formatMinutes(block.minutes), block.leadName && `with ${block.leadName}`]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {isNow && <Left endsAt={current.endsAt} />}
      </div>
      {view.me.staff && view.phase === 'running' && !isNow && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Go to ${blockName(block)}`}
          loading={commands.isRunning(command)}
          onClick={() => commands.run(command)}
        >
          Go to
        </Button>
      )}
    </li>
  );
}

function Left({ endsAt }: { endsAt: string }) {
  return <p className={list.left}>Now · {timeLeft(endsAt, useNow())}</p>;
}
