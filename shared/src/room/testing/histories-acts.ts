import fc from 'fast-check';
import { gearKinds } from '../acts.js';
import type { RoomCommand } from '../command.js';
import type { Step } from './play.js';
import { blockA, blockB, cleo, coLead, idOf, lead, whichStands } from './play.js';

type Asked = Pick<Step, 'actor' | 'command'>;

const staff = fc.constantFrom(lead, coLead);
const runners = fc.constantFrom(lead, coLead, cleo);

const sentences = fc.option(
  fc.nat(9999).map((n) => ({ textId: idOf(40_000 + n), body: `Sentence ${n}` })),
  { nil: undefined },
);

/** What staff do to a person, with or without words, and what the person does about it. */
export const actsOn = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc
    .record({ by: staff, seatId: who, sentence: sentences, kind: fc.constantFrom(...gearKinds, 'putBack', 'remove', 'read') })
    .map((one) => {
      const { by, seatId, sentence, kind } = one;
      if (kind === 'read') return { actor: { seatId }, command: { type: 'readAct', at: whichStands } };
      const command: RoomCommand =
        kind === 'putBack'
          ? { type: 'putBack', seatId, sentence }
          : kind === 'remove'
            ? { type: 'remove', seatId, mayReturn: true, sentence }
            : { type: 'stopGear', seatId, kind, sentence };
      return { actor: { seatId: by }, command };
    });

const blockIds = fc.constantFrom(blockA, blockB);
const changes: fc.Arbitrary<RoomCommand> = fc.oneof(
  fc.record({ blockId: blockIds, minutes: fc.integer({ min: 1, max: 40 }) }).map((one) => ({ type: 'timeBlock' as const, ...one })),
  fc.constantFrom<string[]>([blockA, blockB], [blockB, blockA]).map((order) => ({ type: 'orderBlocks' as const, blockIds: order })),
  fc.record({ blockId: blockIds, skipped: fc.boolean() }).map((one) => ({ type: 'skipBlock' as const, ...one })),
  fc.record({ blockId: blockIds, n: fc.nat(9999) }).map(({ blockId, n }) => ({
    type: 'nameBlock' as const,
    blockId,
    textId: idOf(60_000 + n),
    body: `Topic ${n}`,
  })),
);

/** What changes the agenda or the door. */
export const runsLive: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ seatId: runners, command: changes }).map(({ seatId, command }) => ({ actor: { seatId }, command })),
  fc
    .record({ seatId: staff, type: fc.constantFrom('lock' as const, 'unlock' as const) })
    .map(({ seatId, type }) => ({ actor: { seatId }, command: { type } })),
);
