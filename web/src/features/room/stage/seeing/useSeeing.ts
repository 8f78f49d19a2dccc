import { useCallback, useMemo, useState } from 'react';
import { announce } from '../../../../lib/announce';
import { useMe } from '../../../../lib/me';
import type { LineStep } from '../../media/mediaTypes';
import { type Layout, type Receive, readSeeing, receives, type Seeing, writeSeeing } from './seeing';
import { seeingWords } from './words';

export interface UsedSeeing extends Seeing {
  choose: (part: Partial<Seeing>) => void;
  /** Who is kept large, on this page only. */
  pinned: string | null;
  pin: (seatId: string | null) => void;
  page: number;
  turnTo: (page: number) => void;
  /** What is received in the end: the choice, or less while the line is weak. */
  receives: Receive;
  /** The line leaves less than was chosen. */
  weak: Exclude<LineStep, 'all'> | null;
}

function said(part: Partial<Seeing>): string {
  const { layout, selfView, receive } = part;
  const words = [
    layout && seeingWords.layoutSaid[layout],
    selfView && seeingWords.selfViewSaid[selfView],
    // What is left out is said by the note over the pictures.
    receive === 'all' && seeingWords.receiveSaid.all,
  ];
  return words.filter(Boolean).join(' ');
}

/** The choice against the line: whoever asks for pictures on a weak line gets them until it was good again. */
function useLine(chosen: Receive, line: LineStep) {
  const [insists, setInsists] = useState(false);
  if (insists && line === 'all') setInsists(false);
  const isLess = !insists && receives.indexOf(line) > receives.indexOf(chosen);
  const weak = isLess && line !== 'all' ? line : null;
  return { received: weak ?? chosen, weak, setInsists };
}

/** Wished for on every device, until the person chooses otherwise on this one. */
const hidden = { selfView: 'off' } as const;

/** How this person sees the room on this device, kept here; what is pinned and turned to lasts as long as the page. */
export function useSeeing(line: LineStep): UsedSeeing {
  const { personId: id, sensory } = useMe();
  const usual = sensory.hidesSelf ? hidden : undefined;
  const [seeing, setSeeing] = useState(() => readSeeing(id, usual));
  const [pinned, setPinned] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const { received, weak, setInsists } = useLine(seeing.receive, line);
  const choose = useCallback(
    (part: Partial<Seeing>) => {
      const chosen = { ...readSeeing(id, usual), ...part };
      writeSeeing(id, chosen);
      setSeeing((was) => ({ ...was, ...part }));
      if (part.receive) setInsists(true);
      if (part.layout) setPage(0);
      announce(said(part));
    },
    [id, usual, setInsists],
  );
  return useMemo(
    () => ({ ...seeing, choose, pinned, pin: setPinned, page, turnTo: setPage, receives: received, weak }),
    [seeing, choose, pinned, page, received, weak],
  );
}

export const nextLayout: Record<Layout, Layout> = { grid: 'speaker', speaker: 'calm', calm: 'grid' };
