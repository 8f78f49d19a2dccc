import fc from 'fast-check';
import type { RoomCommand, SystemCommand } from '../command.js';
import { diff } from '../diff.js';
import { answerMarks, doorReasons, leavingAnswers } from '../door.js';
import { wishedCameras, wishedVoices } from '../wish.js';
import { project } from '../project.js';
import type { RoomState } from '../state.js';
import { actsOn, runsLive } from './histories-acts.js';
import { pausesForAll, pausesPrivately } from './histories-pauses.js';
import { talks } from './histories-talk.js';
import { shares } from './histories-sharing.js';
import type { Step } from './play.js';
import { ana, at, ben, blockA, blockB, cleo, coLead, deviceOf, ended, idOf, lead, observer, Play, planned } from './play.js';

const everyone = [lead, coLead, ana, ben, cleo, observer, ended];
const staff = fc.constantFrom(lead, coLead);
const anyone = fc.constantFrom(...everyone);
const tab = fc.constantFrom(1, 1, 1, 2);

type Asked = { actor: Step['actor']; command: RoomCommand | SystemCommand };

const arrives = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ seatId: who, tab, stayHere: fc.boolean() }).map((one) => ({
    actor: { seatId: one.seatId },
    command: { type: 'arrive', device: deviceOf(one.seatId, one.tab), stayHere: one.stayHere },
  }));

const leaves = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ seatId: who, tab }).map((one) => ({
    actor: { seatId: one.seatId },
    command: { type: 'leave', device: deviceOf(one.seatId, one.tab) },
  }));

const removes = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ by: staff, seatId: who, mayReturn: fc.boolean() }).map((one) => ({
    actor: { seatId: one.by },
    command: { type: 'remove', seatId: one.seatId, mayReturn: one.mayReturn },
  }));

const reasons = fc.constantFrom(...doorReasons);

const refuses = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ by: staff, seatId: who, reason: reasons, mayReturn: fc.boolean() }).map(({ by, ...refused }) => ({
    actor: { seatId: by },
    command: { type: 'refuse', ...refused },
  }));

const letsReturn = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ by: staff, seatId: who }).map(({ by, seatId }) => ({ actor: { seatId: by }, command: { type: 'letReturn', seatId } }));

/** Between staff and a person, from either side. */
const writes = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ threadId: who, by: fc.option(staff), n: fc.nat(9999) }).map(({ threadId, by, n }) => ({
    actor: { seatId: by ?? threadId },
    command: { type: 'message.say', threadId, textId: idOf(20_000 + n), body: `Private ${n}` },
  }));

const answers = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ seatId: who, answer: fc.constantFrom(...leavingAnswers) }).map(({ seatId, answer }) => ({
    actor: { seatId },
    command: { type: 'answerLeaving', answer },
  }));

const marks = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ by: staff, seatId: who, mark: fc.constantFrom(...answerMarks) }).map(({ by, ...marked }) => ({
    actor: { seatId: by },
    command: { type: 'markAnswer', ...marked },
  }));

const hushes = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ seatId: who, on: fc.boolean() }).map(({ seatId, on }) => ({ actor: { seatId }, command: { type: 'hush', on } }));

const wishes = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc
    .record({
      seatId: who,
      camera: fc.constantFrom(...wishedCameras),
      voice: fc.constantFrom(...wishedVoices),
      dontCall: fc.boolean(),
      n: fc.option(fc.nat(9999), { nil: undefined }),
    })
    .map(({ seatId, n, ...wish }) => ({
      actor: { seatId },
      command: { type: 'wish', ...wish, ...(n === undefined ? {} : { line: { textId: idOf(40_000 + n), body: `Today ${n}` } }) },
    }));

const privately = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.oneof(
    hushes(who),
    actsOn(who),
    actsOn(who),
    refuses(who),
    letsReturn(who),
    writes(who),
    writes(who),
    answers(who),
    marks(who),
    wishes(who),
    pausesPrivately(who),
  );

const undoes: fc.Arbitrary<Asked> = fc.oneof(
  staff.map((seatId): Asked => ({ actor: { seatId }, command: { type: 'undoEnd' } })),
  fc.constant<Asked>({ actor: 'system', command: { type: 'close' } }),
);

const connection = (who: fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc.record({ seatId: who, isLost: fc.boolean() }).map(({ seatId, isLost }) => ({
    actor: 'system',
    command: isLost ? { type: 'lose', seatId, at: at(0) } : { type: 'find', seatId },
  }));

const aboutSeat: fc.Arbitrary<Asked> = fc
  .record({ by: staff, type: fc.constantFrom('admit', 'admit', 'admit', 'putBack'), seatId: anyone })
  .map(({ by, type, seatId }) => ({ actor: { seatId: by }, command: { type, seatId } }));

const says: fc.Arbitrary<Asked> = fc.record({ seatId: anyone, n: fc.nat(999) }).map(({ seatId, n }) => ({
  actor: { seatId },
  command: { type: 'chat.say', textId: idOf(80_000 + n), body: `Line ${n}` },
}));

const runs: fc.Arbitrary<Asked> = fc
  .record({
    by: staff,
    command: fc.oneof(
      fc.constant<RoomCommand>({ type: 'start' }),
      fc.constantFrom(blockA, blockB).map((blockId): RoomCommand => ({ type: 'goToBlock', blockId })),
    ),
  })
  .map(({ by, command }) => ({ actor: { seatId: by }, command }));

const closes: fc.Arbitrary<Asked> = fc.constantFrom<Asked>(
  { actor: { seatId: lead }, command: { type: 'end' } },
  { actor: { seatId: lead }, command: { type: 'confirmEnd' } },
  { actor: 'system', command: { type: 'endUnattended' } },
);

const admitsAll: fc.Arbitrary<Asked> = staff.map((seatId) => ({ actor: { seatId }, command: { type: 'admitAll' } }));

function timed(asked: readonly Asked[], gaps: readonly number[]): Step[] {
  let second = 0;
  return asked.map((one, index) => ({ ...one, second: (second += gaps[index] ?? 1) }));
}

const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 120, maxLength: 120 });

/** How many histories begin: people come and are let in, so that what needs them there is not refused. */
const gathered: readonly Asked[] = [
  ...[lead, ana, ben, cleo, observer].map((seatId): Asked => ({
    actor: { seatId },
    command: { type: 'arrive', device: deviceOf(seatId), stayHere: false },
  })),
  { actor: { seatId: lead }, command: { type: 'admitAll' } },
  { actor: { seatId: lead }, command: { type: 'start' } },
];

/** What may happen in a room, in any order; some of it is refused, so that histories are long. */
export const histories: fc.Arbitrary<Step[]> = fc
  .record({
    asked: fc.array(
      fc.oneof(
        { weight: 18, arbitrary: arrives(anyone) },
        { weight: 6, arbitrary: leaves(anyone) },
        { weight: 15, arbitrary: aboutSeat },
        { weight: 3, arbitrary: admitsAll },
        { weight: 3, arbitrary: removes(anyone) },
        { weight: 9, arbitrary: connection(anyone) },
        { weight: 12, arbitrary: says },
        { weight: 14, arbitrary: shares },
        { weight: 30, arbitrary: talks(anyone) },
        { weight: 6, arbitrary: runs },
        { weight: 10, arbitrary: pausesForAll(staff) },
        { weight: 12, arbitrary: pausesPrivately(anyone) },
        { weight: 8, arbitrary: runsLive },
        { weight: 14, arbitrary: privately(anyone) },
        { weight: 1, arbitrary: closes },
        { weight: 4, arbitrary: undoes },
      ),
      { minLength: 10, maxLength: 110, size: 'max' },
    ),
    beginning: fc.constantFrom([], gathered, gathered),
    gaps,
  })
  .map(({ beginning, asked, gaps }) => timed([...beginning, ...asked], gaps));

/** What these seats can do without ever being let in. */
export const waitingRoomLife = (seatIds: readonly string[]): fc.Arbitrary<Asked> => {
  const who = fc.constantFrom(...seatIds);
  return fc.oneof(arrives(who), arrives(who), leaves(who), removes(who), connection(who), privately(who));
};

/** The room after each step, the beginning first. */
export function played(steps: readonly Step[], from: RoomState = planned): { play: Play; states: RoomState[] } {
  const play = new Play(from);
  const states = [play.state];
  for (const step of steps) {
    play.step(step);
    states.push(play.state);
  }
  return { play, states };
}

/** What one watcher is sent: the view, then the differences that are not empty, counted. */
export function streamOf(states: readonly RoomState[], seatId: string): string {
  const views = states.map((state) => project(state, seatId));
  const sent: unknown[] = [views[0]];
  for (const [index, view] of views.entries()) {
    const change = index === 0 ? undefined : diff(views[index - 1], view);
    if (change !== undefined) sent.push([sent.length, change]);
  }
  return JSON.stringify(sent);
}
