import type { KeyboardEvent } from 'react';
import { askFor } from '../acts/staffActs';
import type { Listed } from '../panels/listed';
import { useRoom } from '../state/roomContext';

interface Options {
  onOut: (person: Listed) => void;
  onMessage: (seatId: string) => void;
}

const row = '[data-seat]';

function isTyping(target: Element): boolean {
  return target.closest('input, textarea, select, [role="dialog"]') !== null;
}

function move(list: Element, from: Element, by: number): void {
  const rows = [...list.querySelectorAll<HTMLElement>(row)];
  const at = rows.findIndex((one) => one === from);
  rows[at + by]?.focus();
}

/** One key for each thing staff do with the person whose row has the focus. */
export function useRowKeys({ onOut, onMessage }: Options) {
  const { view, commands } = useRoom();
  const act = (key: string, person: Listed): boolean => {
    const { seatId, place, staff } = person;
    const isStaffIn = view.me.place === 'main';
    if (key === 'w' && !staff && place !== 'outside') onMessage(seatId);
    else if (key === 'a' && isStaffIn && place === 'waiting') commands.run({ type: 'admit', seatId });
    else if (key === 'b' && isStaffIn && place === 'main' && !staff) askFor(seatId, 'putBack');
    else if (key === 'r' && isStaffIn && place === 'main' && !staff) askFor(seatId, 'remove');
    else if (key === 'r' && isStaffIn && place === 'waiting' && !staff) onOut(person);
    else return false;
    return true;
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof Element) || isTyping(target) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const focused = target.closest<HTMLElement>(row);
    const person = view.people[focused?.dataset['seat'] ?? ''];
    if (!focused || !person || event.shiftKey) return;
    const seatId = focused.dataset['seat'] ?? '';
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      return move(event.currentTarget, focused, event.key === 'ArrowDown' ? 1 : -1);
    }
    // What a key of a row does, the room does not do once more.
    if (act(event.key.toLowerCase(), { ...person, seatId })) event.preventDefault();
  };
}
