import { Button } from '@mantine/core';
import { blockWords } from '@rejoin/shared';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { announce } from '../../lib/announce';
import { Section } from '../../ui/Section';
import { BlockRow } from './BlockRow';
import classes from './Blocks.module.css';
import { BlocksSum } from './BlocksSum';
import type { Form } from './sessionForm';
import { newBlock } from './sessionForm';

interface Props {
  form: Form;
  /** Who leads the session: only they can lead a block of it. */
  leads: { value: string; label: string }[];
}

/** The parts of a session in their order: moved by their handle or by the arrow buttons. */
export function BlocksEditor({ form, leads }: Props) {
  const { blocks } = form.values;
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    const block = blocks[from];
    if (!block || to < 0 || to >= blocks.length) return;
    form.reorderListItem('blocks', { from, to });
    announce(`${blockWords[block.kind]} is now block ${to + 1} of ${blocks.length}.`);
  };
  const add = () => {
    form.insertListItem('blocks', newBlock({ kind: 'process', topic: '', minutes: 15, treatment: true }));
    announce(`Block ${blocks.length + 1} added.`);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child select')?.focus());
  };
  const remove = (at: number) => {
    form.removeListItem('blocks', at);
    announce('Block removed.');
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('li')[Math.max(0, at - 1)]?.querySelector('select')?.focus());
  };
  return (
    <Section title="Blocks" description="What happens in which order, and whether it is treatment.">
      <ol ref={list} className={classes.blocks}>
        {blocks.map((block, at) => (
          <BlockRow
            key={block.id}
            form={form}
            at={at}
            people={leads}
            dragged={dragged === at}
            onMove={(to) => move(at, to)}
            onRemove={blocks.length > 1 ? () => remove(at) : undefined}
            onDragStart={() => setDragged(at)}
            onDragOver={() => {
              if (dragged === null || dragged === at) return;
              form.reorderListItem('blocks', { from: dragged, to: at });
              setDragged(at);
            }}
            onDragEnd={() => setDragged(null)}
          />
        ))}
      </ol>
      <Button
        variant="default"
        size="sm"
        mt="md"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={add}
        disabled={blocks.length >= 30}
      >
        Add a block
      </Button>
      <BlocksSum form={form} />
    </Section>
  );
}
