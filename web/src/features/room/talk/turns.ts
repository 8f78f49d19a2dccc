import { hasTurn, mayBeHeard, type RoomView } from '@rejoin/shared';
import { talkWords as words } from '../../../lib/talkWords';

/** Seats whose hand is up and waits for its turn, in order. */
export function handsOf({
  talk,
  people,
}: Pick<RoomView, 'talk' | 'people'>): { seatId: string; name: string; place: number; at?: string }[] {
  return Object.entries(talk.hands)
    .map(([seatId, hand]) => ({ seatId, name: people[seatId]?.name ?? '', ...hand }))
    .sort((a, b) => a.place - b.place);
}

/** Who has the turn: in the round, or after a raised hand. */
export function turnSeat({ talk }: Pick<RoomView, 'talk'>): string | undefined {
  return talk.round?.now ?? Object.entries(talk.hands).find(([, { place }]) => place === 0)?.[0];
}

export type Turn =
  | { kind: 'mine'; inRound: boolean }
  | { kind: 'round'; now: string | undefined; place: number | undefined }
  | { kind: 'hand'; place: number }
  | { kind: 'rest' }
  | null;

/** What there is to know for oneself, the nearest first. */
export function turnOf(view: RoomView): Turn {
  const { me, talk, people } = view;
  if (hasTurn(view)) return { kind: 'mine', inRound: talk.round?.now === me.seatId };
  const hand = talk.hands[me.seatId];
  if (talk.round && !talk.round.prepared && !me.staff) {
    const { now, place } = talk.round;
    if (now !== undefined || place !== undefined) return { kind: 'round', now: now && people[now]?.name, place };
  }
  if (hand) return { kind: 'hand', place: hand.place };
  return mayBeHeard(view) ? null : { kind: 'rest' };
}

/** What a person who does not see the page needs to hear of it: only what is about themselves. */
export function talkSayings(before: RoomView, view: RoomView): string[] {
  const said: string[] = [];
  const [was, is] = [turnOf(before), turnOf(view)];
  if (is?.kind === 'mine' && was?.kind !== 'mine') said.push(`${words.yourTurn}.`);
  const place = (turn: Turn) => (turn?.kind === 'round' || turn?.kind === 'hand' ? turn.place : undefined);
  const mine = place(is);
  if (mine !== undefined && mine !== place(was)) said.push(`${words.place(mine)}.`);
  const [heard, hears] = [mayBeHeard(before), mayBeHeard(view)];
  if (heard && !hears) said.push(`${words.oneVoice}. ${words.oneVoiceHint}`);
  if (!heard && hears) said.push(is?.kind === 'mine' ? words.turnMic : words.oneVoiceOver);
  return [...said, ...(view.me.staff ? handsRaised(before, view) : [])];
}

function handsRaised(before: RoomView, view: RoomView): string[] {
  return handsOf(view)
    .filter(({ seatId }) => seatId !== view.me.seatId && !before.talk.hands[seatId])
    .map(({ name }) => `${name}: hand is up.`);
}
