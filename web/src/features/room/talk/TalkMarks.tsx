import { IconHandStop, IconMessageCircle, IconUsersPlus } from '@tabler/icons-react';
import { talkWords as words } from '../../../lib/talkWords';
import type { OfSeat } from '../stage/slots';
import { useRoom } from '../state/roomContext';
import { meTooCount, meTooShownMs, reactionIcons, reactionOf, reactionShownMs } from './reactions';
import classes from './Talk.module.css';
import { useFade } from './useFade';

/** On a tile: the hand with its place, the turn, a sign just given, and who feels the same. */
export function TalkMarks({ seatId }: OfSeat) {
  return (
    <>
      <HandMark seatId={seatId} />
      <ReactionMark seatId={seatId} />
      <MeTooMark seatId={seatId} />
    </>
  );
}

function HandMark({ seatId }: OfSeat) {
  const { hands, round } = useRoom().view.talk;
  const hand = hands[seatId];
  const hasTurn = round?.now === seatId || hand?.place === 0;
  if (!hasTurn && !hand) return null;
  const name = hasTurn ? words.turnMark : words.handMark(hand?.place ?? 0);
  return (
    <span className={classes.mark} role="img" aria-label={name} title={name}>
      {hasTurn ? <IconMessageCircle size={18} stroke={2} aria-hidden /> : <IconHandStop size={18} stroke={2} aria-hidden />}
      {!hasTurn && <span aria-hidden>{hand?.place}</span>}
    </span>
  );
}

function ReactionMark({ seatId }: OfSeat) {
  const { view } = useRoom();
  const given = view.talk.reactions[seatId];
  const now = useFade(given ? [{ at: given.at, shownMs: reactionShownMs }] : []);
  const kind = reactionOf(view, seatId, now);
  if (!kind) return null;
  const Sign = reactionIcons[kind];
  return (
    <span className={classes.mark} role="img" aria-label={words.reactions[kind]}>
      <Sign size={18} stroke={2} aria-hidden />
      <span className={classes.markWord} aria-hidden>
        {words.reactions[kind]}
      </span>
    </span>
  );
}

function MeTooMark({ seatId }: OfSeat) {
  const { view } = useRoom();
  const said = Object.values(view.talk.meToo).filter(({ to }) => to === seatId);
  const now = useFade(said.map(({ at }) => ({ at, shownMs: meTooShownMs })));
  const count = meTooCount(view, seatId, now);
  if (count === 0) return null;
  return (
    <span className={classes.mark}>
      <IconUsersPlus size={18} stroke={2} aria-hidden />
      <span>{words.meToo(count)}</span>
    </span>
  );
}
