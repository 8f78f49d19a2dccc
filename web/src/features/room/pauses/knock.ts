import type { MinuteInView, RoomView } from '@rejoin/shared';

interface Knock {
  textId: string;
  name: string;
  body: string;
  at: string;
}

/** The newest line of staff to a person since their minute began. */
export function knockOf(
  { threads, people }: Pick<RoomView, 'threads' | 'people'>,
  seatId: string,
  { since }: MinuteInView,
): Knock | undefined {
  const lines = Object.entries(threads[seatId] ?? {})
    .filter(([, line]) => line.seatId !== seatId && line.at >= since && people[line.seatId]?.staff !== false)
    .sort(([, a], [, b]) => (a.at < b.at ? -1 : 1));
  const [textId, line] = lines.at(-1) ?? [];
  return textId && line?.body !== undefined ? { textId, name: line.name, body: line.body, at: line.at } : undefined;
}

/** What the person answered to that knock, and not to an earlier one. */
export function answerTo(knock: Knock | undefined, { answer, answeredAt }: MinuteInView) {
  return answer && answeredAt && (!knock || answeredAt >= knock.at) ? answer : undefined;
}
