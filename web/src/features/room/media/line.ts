import type { LineStep } from './mediaTypes';

/** How the line was over the last moment, by this page's own statistics. */
export interface LineSample {
  at: number;
  /** Lost of all that should have come, 0 to 1. */
  lost: number;
  /** Sound that had to be made up, of all that was played, 0 to 1. */
  patched: number;
  /** Pictures that the SFU holds back, because the line is too narrow. */
  paused: number;
  /** There and back, in seconds. */
  roundTrip: number;
}

export interface Line {
  step: LineStep;
  badSince: number | null;
  goodSince: number | null;
  /** How long it must be good before more is tried; doubles each time that more was too much. */
  patienceMs: number;
  /** When the last step up was tried. */
  triedAt: number;
}

const downAfterMs = 6_000;
const firstPatienceMs = 20_000;
const longestPatienceMs = 160_000;
/** A fall so soon after a step up was its fault. */
const blameMs = 30_000;

export const goodLine: Line = { step: 'all', badSince: null, goodSince: null, patienceMs: firstPatienceMs, triedAt: -Infinity };

type Judgement = 'good' | 'bad' | 'fair';

/** Between good and bad lies a wide field where nothing changes. */
export function judged({ lost, patched, paused, roundTrip }: LineSample): Judgement {
  if (lost > 0.08 || patched > 0.1 || paused > 0 || roundTrip > 1.2) return 'bad';
  return lost < 0.03 && patched < 0.03 && roundTrip < 0.7 ? 'good' : 'fair';
}

const down: Record<LineStep, LineStep> = { all: 'speaker', speaker: 'audio', audio: 'audio' };
const up: Record<LineStep, LineStep> = { all: 'all', speaker: 'all', audio: 'speaker' };

/** One step down after six bad seconds, one step up after a long good while. */
export function lineAfter(before: Line, sample: LineSample): Line {
  const how = judged(sample);
  const badSince = how === 'bad' ? (before.badSince ?? sample.at) : null;
  const goodSince = how === 'good' ? (before.goodSince ?? sample.at) : null;
  const line = { ...before, badSince, goodSince };
  if (badSince !== null && before.step !== 'audio' && sample.at - badSince >= downAfterMs) return stepDown(line, sample.at);
  if (goodSince !== null && before.step !== 'all' && sample.at - goodSince >= before.patienceMs) {
    return { ...line, step: up[before.step], goodSince: null, triedAt: sample.at };
  }
  return line;
}

function stepDown(line: Line, at: number): Line {
  const wasTooMuch = at - line.triedAt < blameMs;
  const patienceMs = wasTooMuch ? Math.min(line.patienceMs * 2, longestPatienceMs) : firstPatienceMs;
  return { ...line, step: down[line.step], badSince: null, goodSince: null, patienceMs };
}
