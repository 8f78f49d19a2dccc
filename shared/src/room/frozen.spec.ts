import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { RoomEvent, RoomEventType } from './event.js';
import { roomEventPayloads } from './event.js';
import { fold } from './evolve.js';
import v1 from './frozen/v1.json' with { type: 'json' };

const types = Object.keys(roomEventPayloads) as [RoomEventType, ...RoomEventType[]];
const frozen = z.object({
  events: z.array(
    z.object({
      type: z.enum(types),
      v: z.literal(1),
      payload: z.record(z.string(), z.unknown()),
      seq: z.int(),
      at: z.string(),
      actor: z.string().nullable(),
    }),
  ),
  state: z.record(z.string(), z.unknown()),
});

/** One for every release whose logs may still be read. */
const logs = Object.entries({ v1 }).map(([name, log]) => ({ name, log: frozen.parse(log) }));

/** As the server reads a row: the payload by the schema of its type. */
function read(row: (typeof logs)[number]['log']['events'][number]): RoomEvent {
  return { ...row, payload: roomEventPayloads[row.type].strict().parse(row.payload) } as RoomEvent;
}

describe('the log of an earlier release', () => {
  it.each(logs)('$name still folds to the state that it had', ({ log }) => {
    expect(fold(log.events.map(read))).toEqual(log.state);
  });

  it('holds every type of event at least once', () => {
    const seen = new Set(logs.flatMap(({ log }) => log.events.map((event) => event.type)));
    expect([...seen].sort()).toEqual([...types].sort());
  });
});
