import { ActionIcon, Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { Menu } from '../stage/menu/Menu';
import { useMenu } from '../stage/menu/useMenu';
import { useRoom } from '../state/roomContext';
import { blockName } from '../state/words';
import { AgendaWords } from './AgendaWords';
import classes from './Agenda.module.css';
import type { AgendaPart } from './changes';
import { ChangeEntries } from './ChangeEntries';
import { TopicForm } from './TopicForm';

interface Props {
  part: AgendaPart;
  parts: readonly AgendaPart[];
}

/** One part of the agenda with what its leader can do with it. */
export function Changeable({ part, parts }: Props) {
  const { view, commands } = useRoom();
  const { isOpen, anchor, toggle, close } = useMenu();
  const [isNaming, setIsNaming] = useState(false);
  const isNow = view.agenda.current?.blockId === part.blockId;
  const goTo = { type: 'goToBlock', blockId: part.blockId } as const;
  return (
    <li className={classes.row} aria-current={isNow ? 'step' : undefined} data-skipped={part.skipped || undefined}>
      <div className={classes.line}>
        <AgendaWords part={part} />
        {view.phase === 'running' && !isNow && (
          <Button
            size="compact-md"
            className={classes.go}
            variant="default"
            aria-label={`Go to ${blockName(part)}`}
            loading={commands.isRunning(goTo)}
            onClick={() => commands.run(goTo)}
          >
            Go to
          </Button>
        )}
        <ActionIcon
          ref={anchor}
          size={44}
          variant="subtle"
          color="gray"
          aria-label={`Change ${blockName(part)}`}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={isOpen ? close : toggle}
        >
          <IconDots size={22} aria-hidden />
        </ActionIcon>
        {isOpen && (
          <Menu label={`Change ${blockName(part)}`} anchor={anchor} onClose={close}>
            <ChangeEntries part={part} parts={parts} onName={() => setIsNaming(true)} />
          </Menu>
        )}
      </div>
      {isNaming && <TopicForm part={part} onClose={() => setIsNaming(false)} />}
    </li>
  );
}
