import type { RoomView } from '@rejoin/shared';
import { useEffect, useRef } from 'react';
import { announce } from '../../../lib/announce';
import { talkSayings } from '../talk/turns';
import { leavingWords } from './doorWords';
import { blockName } from './words';
import type { Screen } from './screen';

/** What a person who does not see the page needs to hear, and nothing more. */
function sayings(before: RoomView, view: RoomView): string[] {
  const said: string[] = [];
  const { current } = view.agenda;
  if (before.phase === 'open' && view.phase === 'running') said.push('The session has started.');
  if (current && current.blockId !== before.agenda.current?.blockId) {
    const block = view.agenda.blocks[current.blockId];
    if (block) said.push(`Now: ${blockName(block)}.`);
  }
  const fromStaff = Object.keys(view.threads[view.me.seatId] ?? {}).length > Object.keys(before.threads[view.me.seatId] ?? {}).length;
  said.push(...talkSayings(before, view));
  if (!view.me.staff && fromStaff) said.push('There is a message between you and staff.');
  if (view.me.staff) said.push(...asksForStaff(before, view));
  if (view.me.staff && waiting(view) > waiting(before)) said.push(`${waiting(view)} in the waiting room.`);
  return said;
}

/** Who has just left with a wish, or wrote. */
function asksForStaff(before: RoomView, view: RoomView): string[] {
  const left = Object.entries(view.people).flatMap(([seatId, { name, leaving }]) => {
    const isNew = leaving !== undefined && !leaving.mark && leaving.at !== before.people[seatId]?.leaving?.at;
    return isNew && leaving.answer !== 'fine' ? [`${name} left and ${leavingWords[leaving.answer]}.`] : [];
  });
  const wrote = Object.entries(view.threads).flatMap(([threadId, lines]) => {
    const isNew = Object.entries(lines).some(([textId, line]) => line.seatId === threadId && !before.threads[threadId]?.[textId]);
    return isNew ? [`A message from ${view.people[threadId]?.name ?? 'somebody'}.`] : [];
  });
  return [...left, ...wrote];
}

function waiting(view: RoomView): number {
  return Object.values(view.people).filter((person) => person.place === 'waiting').length;
}

const screenSayings: Partial<Record<Screen, string>> = {
  room: 'You are in the room.',
  waiting: 'You are in the waiting room.',
};

export function useAnnouncements(view: RoomView, screen: Screen | null): void {
  const before = useRef(view);
  const shown = useRef<Screen | null>(null);
  useEffect(() => {
    const said = sayings(before.current, view);
    before.current = view;
    const first = screen !== shown.current && screen ? screenSayings[screen] : undefined;
    shown.current = screen;
    const all = first ? [first, ...said] : said;
    if (all.length > 0) announce(all.join(' '));
  }, [view, screen]);
}
