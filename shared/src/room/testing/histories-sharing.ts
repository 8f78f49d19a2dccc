import fc from 'fast-check';
import type { RoomCommand } from '../command.js';
import { materialKinds } from '../materials.js';
import type { Step } from './play.js';
import { ana, ben, cleo, coLead, ended, idOf, lead, observer } from './play.js';

type Asked = { actor: Step['actor']; command: RoomCommand };

const staff = fc.constantFrom(lead, coLead);
const anyone = fc.constantFrom(lead, coLead, ana, ben, cleo, observer, ended);
const textId = fc.nat(40).map((n) => idOf(60_000 + n));

const rights: fc.Arbitrary<Asked> = fc
  .record({ by: staff, type: fc.constantFrom('share.allow', 'share.allow', 'share.disallow'), seatId: anyone })
  .map(({ by, type, seatId }) => ({ actor: { seatId: by }, command: { type, seatId } }));

const screens: fc.Arbitrary<Asked> = fc
  .record({ by: anyone, type: fc.constantFrom('share.start', 'share.start', 'share.stop') })
  .map(({ by, type }) => ({ actor: { seatId: by }, command: { type } }));

const materials: fc.Arbitrary<Asked> = fc
  .record({ by: staff, textId, kind: fc.constantFrom(...materialKinds), isGone: fc.boolean() })
  .map(({ by, textId, kind, isGone }) => ({
    actor: { seatId: by },
    command: isGone ? { type: 'material.remove', textId } : { type: 'material.share', textId, kind, title: `Sheet ${textId.slice(-2)}` },
  }));

/** Screens, the right to show one, and the panel of shared things. */
export const shares: fc.Arbitrary<Asked> = fc.oneof(rights, screens, screens, materials);
