import { useState } from 'react';
import type { Listed } from '../panels/listed';
import { spokeWords, useTalkSeconds } from './talkTime';

/** For staff: people in the room by how little they have said yet, where staff want to see it so. */
export function useLeastHeard() {
  const seconds = useTalkSeconds();
  const [isOn, setOn] = useState(false);
  const isAsked = ({ staff, capacity }: Listed) => !staff && capacity !== 'observer';
  return {
    isOn,
    toggle: () => setOn((was) => !was),
    sorted: (people: Listed[]) =>
      isOn
        ? people.toSorted(
            (a, b) =>
              Number(isAsked(b)) - Number(isAsked(a)) ||
              (isAsked(a) ? (seconds[a.seatId] ?? 0) - (seconds[b.seatId] ?? 0) : 0) ||
              a.name.localeCompare(b.name),
          )
        : people,
    words: (person: Listed) => (isOn && isAsked(person) ? `has spoken: ${spokeWords(seconds[person.seatId])}` : ''),
  };
}
