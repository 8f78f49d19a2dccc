import fc from 'fast-check';
import type { RoomCommand } from '../command.js';
import { reactionKinds, roundKinds, roundOrders } from '../talk.js';
import { coLead, lead } from './play.js';

interface Said {
  actor: { seatId: string };
  command: RoomCommand;
}

const staff = fc.constantFrom(lead, coLead);
const by = (who: fc.Arbitrary<string>, command: fc.Arbitrary<RoomCommand>): fc.Arbitrary<Said> =>
  fc.tuple(who, command).map(([seatId, asked]) => ({ actor: { seatId }, command: asked }));

const hands = (who: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  fc.oneof(
    by(who, fc.constant({ type: 'hand.raise' })),
    by(who, fc.constant({ type: 'hand.raise' })),
    who.map((seatId): Said => ({ actor: { seatId }, command: { type: 'hand.lower', seatId } })),
    by(
      staff,
      who.map((seatId) => ({ type: 'hand.lower', seatId })),
    ),
    by(
      staff,
      who.map((seatId) => ({ type: 'hand.call', seatId })),
    ),
  );

const runs = (who: fc.Arbitrary<string>): fc.Arbitrary<RoomCommand> =>
  fc.oneof(
    fc.record({ type: fc.constant('round.prepare' as const), kind: fc.constantFrom(...roundKinds), by: fc.constantFrom(...roundOrders) }),
    fc.record({ type: fc.constant('round.start' as const), oneVoice: fc.boolean() }),
    fc.record({ type: fc.constant('round.start' as const), oneVoice: fc.boolean() }),
    fc.record({ type: fc.constant('round.put' as const), seatId: who, before: fc.option(who, { nil: undefined }) }),
    who.map((seatId): RoomCommand => ({ type: 'round.skip', seatId })),
    who.map((seatId): RoomCommand => ({ type: 'turn.done', seatId })),
    fc.boolean().map((on): RoomCommand => ({ type: 'voice.one', on })),
  );

const turns = (who: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  fc.oneof(
    by(who, fc.constant({ type: 'turn.pass' })),
    who.map((seatId): Said => ({ actor: { seatId }, command: { type: 'turn.done', seatId } })),
  );

const signs = (who: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  by(
    who,
    fc.record({ type: fc.constant('react' as const), kind: fc.constantFrom(...reactionKinds), to: fc.option(who, { nil: undefined }) }),
  );

/** Hands, rounds and signs, by everyone and by staff. */
export const talks = (who: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  fc.oneof(
    { weight: 4, arbitrary: hands(who) },
    { weight: 5, arbitrary: by(staff, runs(who)) },
    { weight: 3, arbitrary: turns(who) },
    { weight: 3, arbitrary: signs(who) },
    { weight: 1, arbitrary: by(staff, fc.constant({ type: 'round.end' })) },
  );
