import { useCallback, useEffect, useRef } from 'react';
import { announce } from '../../../../lib/announce';
import { useRoom } from '../../state/roomContext';
import { maySend } from '../../state/screen';
import { useAside } from '../../share/aside';
import { bigParts } from '../slots';
import { useStage } from '../stageContext';
import { useShortcuts } from '../useShortcuts';
import { othersIn, sceneOf } from './scene';
import { useOrder } from './useOrder';
import { useTurn } from './useTurn';
import { seeingWords } from './words';

/** A phone, upright or lying. */
const isPhone = (width: number, height: number) => width < 600 || height < 300;

/** Who is to be seen where, and tells the SFU whose picture is wanted for it. */
export function useScene({ width, height }: { width: number; height: number }) {
  const { view, sessionId } = useRoom();
  const { live, seeing } = useStage();
  const { seen, observers } = othersIn(view);
  const order = useOrder(sessionId, seen);
  const speaking = seen.filter(({ identity }) => identity !== undefined && live.snapshot.people[identity]?.speaking);
  const turn = useTurn(
    order,
    speaking.map(({ seatId }) => seatId),
    seeing.layout,
  );
  const aside = useAside();
  const hasContent = bigParts.length > 0 && view.share !== undefined && ![view.me.seatId, aside].includes(view.share.seatId);
  const hasSelf = maySend(view);
  const scene = sceneOf({ seeing, order, turn, isSmall: isPhone(width, height), hasContent, hasSelf });
  useWanted(
    scene.wanted.flatMap((seatId) => view.people[seatId]?.identity ?? []),
    scene.sharp,
  );
  const pin = usePinning(scene.big);
  return { scene, seen, observers, hasContent, pin };
}

function useWanted(identities: readonly string[], sharp: boolean): void {
  const { live, seeing } = useStage();
  const { want } = live;
  const joined = [...identities].sort().join(' ');
  const screens = seeing.receives !== 'audio';
  useEffect(() => want({ cameras: new Set(joined ? joined.split(' ') : []), screens, sharp }), [want, joined, screens, sharp]);
  useEffect(() => () => want({ cameras: new Set(), screens: false, sharp: true }), [want]);
}

/** Keeps somebody large, and with the same word again lets them go. By key: whose tile has the focus, or who is large now. */
function usePinning(big: string | null): (seatId: string) => void {
  const { view } = useRoom();
  const { pinned, pin } = useStage().seeing;
  const here = useRef({ people: view.people, pinned });
  useEffect(() => {
    here.current = { people: view.people, pinned };
  });
  const toggle = useCallback(
    (seatId: string) => {
      const { people, pinned: kept } = here.current;
      const next = kept === seatId ? null : seatId;
      pin(next);
      announce(next === null ? seeingWords.unpinned : seeingWords.pinned(people[next]?.name ?? ''));
    },
    [pin],
  );
  useShortcuts({
    p: () => {
      const focused = document.activeElement?.closest<HTMLElement>('[data-seat]')?.dataset['seat'];
      const seatId = focused ?? pinned ?? big;
      if (seatId !== null) toggle(seatId);
    },
  });
  return toggle;
}
