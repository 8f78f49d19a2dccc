import fc from 'fast-check';
import type { RoomCommand } from '../command.js';
import { minuteAnswers } from '../pauses.js';
import type { Step } from './play.js';
import { idOf } from './play.js';

type Asked = Pick<Step, 'actor' | 'command'>;

const by = (who: fc.Arbitrary<string>, command: fc.Arbitrary<RoomCommand>): fc.Arbitrary<Asked> =>
  fc.record({ seatId: who, command }).map(({ seatId, command }) => ({ actor: { seatId }, command }));

const one = <C extends RoomCommand>(command: C): fc.Arbitrary<RoomCommand> => fc.constant(command);

/** A minute for oneself, coming back from a break, and answers: what peers never learn of. */
export const pausesPrivately = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.oneof(
    by(who, one({ type: 'minute.take' })),
    by(who, one({ type: 'minute.back' })),
    by(
      who,
      fc.constantFrom(...minuteAnswers).map((answer): RoomCommand => ({ type: 'minute.answer', answer })),
    ),
    by(who, one({ type: 'break.return' })),
    by(who, answers),
    by(who, answers),
    by(who, answers),
  );

const checkInIds = [idOf(821), idOf(822), idOf(823)];
const checkInId = fc.constantFrom(...checkInIds);

const answers: fc.Arbitrary<RoomCommand> = fc.oneof(
  fc.record({ checkInId, value: fc.constantFrom(0, 7, 50, 88, 100) }).map((given): RoomCommand => ({ type: 'checkIn.answer', ...given })),
  fc
    .record({ checkInId, n: fc.nat(999) })
    .map(({ checkInId, n }): RoomCommand => ({ type: 'checkIn.say', checkInId, textId: idOf(60_000 + n), body: `Word ${n}` })),
);

const kinds = ['number', 'words', 'thumbs'] as const;
const opens: fc.Arbitrary<RoomCommand> = fc.nat(2).chain((n) =>
  fc.boolean().map((picture): RoomCommand => ({
    type: 'checkIn.open',
    checkInId: checkInIds[n] ?? idOf(821),
    kind: kinds[n] ?? 'number',
    picture,
    textId: idOf(61_000 + n),
    body: `Question ${n}`,
  })),
);

/** What staff do for all: breaks, and check-ins that are closed, shown and put away. */
export const pausesForAll = (staff: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.oneof(
    by(
      staff,
      fc.integer({ min: 1, max: 5 }).map((minutes): RoomCommand => ({ type: 'break.begin', minutes })),
    ),
    by(staff, one({ type: 'break.extend', minutes: 1 })),
    by(staff, one({ type: 'break.end' })),
    by(staff, opens),
    by(staff, opens),
    by(
      staff,
      checkInId.chain((id) =>
        fc.constantFrom<RoomCommand>(
          { type: 'checkIn.close', checkInId: id },
          { type: 'checkIn.show', checkInId: id },
          { type: 'checkIn.putAway', checkInId: id },
        ),
      ),
    ),
    fc.constant<Asked>({ actor: 'system', command: { type: 'endBreak' } }),
  );
