import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { RoomEventRow, roomEventPayloads } from './event.js';
import { fold } from './evolve.js';
import v1 from './frozen/v1.json' with { type: 'json' };
import v2 from './frozen/v2.json' with { type: 'json' };
import v3 from './frozen/v3.json' with { type: 'json' };

const Frozen = z.object({ events: z.array(RoomEventRow), state: z.record(z.string(), z.unknown()) });

/** One for every release whose logs may still be read. */
const logs = Object.entries({ v1, v2, v3 }).map(([name, log]) => ({ name, raw: log, log: Frozen.parse(log) }));

describe('the log of an earlier release', () => {
  it.each(logs)('$name still folds to the state that it had', ({ log }) => {
    expect(fold(log.events)).toMatchObject(log.state);
  });

  it.each(logs)('$name is read without losing a word', ({ raw, log }) => {
    expect(log.events).toEqual(raw.events);
  });

  it('holds every type of event at least once', () => {
    const seen = new Set(logs.flatMap(({ log }) => log.events.map((event) => event.type)));
    expect([...seen].sort()).toEqual(Object.keys(roomEventPayloads).sort());
  });
});
