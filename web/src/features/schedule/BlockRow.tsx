import { ActionIcon, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { blockWords } from '@rejoin/shared';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import { formatInstant } from '../../lib/time';
import { instantOf, minutesLater } from '../../lib/days';
import { choicesOf } from '../../lib/words';
import classes from './Blocks.module.css';
import type { Form } from './sessionForm';
import { totalOf } from './sessionForm';

interface Props {
  form: Form;
  at: number;
  people: { value: string; label: string }[];
  dragged: boolean;
  onMove: (to: number) => void;
  onRemove?: () => void;
  onDragStart: () => void;
  onDragOver: () => void;
  onDragEnd: () => void;
}

// Wall-clock times without a zone are enough for the running order.
function startOf(form: Form, at: number): string {
  const { date, time, blocks } = form.values;
  const begin = instantOf(`${date || '2026-01-05'}T${time}`, 'UTC');
  const before = totalOf(blocks.slice(0, at));
  return begin ? formatInstant(minutesLater(begin, before), 'UTC', 'time') : `+${before} min`;
}

export function BlockRow({ form, at, people, dragged, onMove, onRemove, onDragStart, onDragOver, onDragEnd }: Props) {
  const field = `blocks.${at}` as const;
  const name = `block ${at + 1}`;
  const over = (event: DragEvent) => {
    event.preventDefault();
    onDragOver();
  };
  return (
    <li className={classes.block} data-dragged={dragged || undefined} onDragOver={over} onDrop={(event) => event.preventDefault()}>
      <div className={classes.lead}>
        <span
          className={classes.grip}
          draggable
          aria-hidden
          title="Drag to move"
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', String(at));
            onDragStart();
          }}
          onDragEnd={onDragEnd}
        >
          <IconGripVertical size={18} />
        </span>
        <span className={classes.start}>{startOf(form, at)}</span>
      </div>
      <NativeSelect
        className={classes.kind}
        aria-label={`Kind of ${name}`}
        size="sm"
        data={choicesOf(blockWords)}
        {...form.getInputProps(`${field}.kind`)}
      />
      <TextInput
        className={classes.topic}
        aria-label={`Topic or skill of ${name}`}
        size="sm"
        placeholder="Topic or skill"
        maxLength={120}
        {...form.getInputProps(`${field}.topic`)}
      />
      <NumberInput
        className={classes.minutes}
        aria-label={`Minutes of ${name}`}
        size="sm"
        min={1}
        max={600}
        step={5}
        allowDecimal={false}
        suffix=" min"
        {...form.getInputProps(`${field}.minutes`)}
      />
      <NativeSelect
        className={classes.who}
        aria-label={`Who leads ${name}`}
        size="sm"
        data={[{ value: '', label: 'The lead' }, ...people]}
        value={form.values.blocks[at]?.leadId ?? ''}
        onChange={(event) => form.setFieldValue(`${field}.leadId`, event.currentTarget.value || null)}
        error={form.errors[`${field}.leadId`]}
      />
      <Checkbox
        className={classes.treatment}
        label="Treatment"
        size="sm"
        aria-label={`${name} is treatment`}
        {...form.getInputProps(`${field}.treatment`, { type: 'checkbox' })}
      />
      <Moves name={name} at={at} last={form.values.blocks.length - 1} onMove={onMove} onRemove={onRemove} />
    </li>
  );
}

interface MovesProps {
  name: string;
  at: number;
  last: number;
  onMove: (to: number) => void;
  onRemove?: () => void;
}

// `data-disabled` instead of `disabled`: a button that is pressed up to the end keeps the focus.
function Moves({ name, at, last, onMove, onRemove }: MovesProps) {
  return (
    <div className={classes.moves}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Move ${name} up`}
        aria-disabled={at === 0}
        data-disabled={at === 0 || undefined}
        onClick={() => onMove(at - 1)}
      >
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Move ${name} down`}
        aria-disabled={at === last}
        data-disabled={at === last || undefined}
        onClick={() => onMove(at + 1)}
      >
        <IconArrowDown size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Remove ${name}`} disabled={!onRemove} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
