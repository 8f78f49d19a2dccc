import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksDifference, blocksMismatch, proposedBlocks } from './session.js';

const blocksOf = (minutes: readonly number[]) => minutes.map((each) => ({ minutes: each }));
const lengths = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 30 });

describe('the blocks of a session', () => {
  it.each([
    [[120, 60], 180, undefined],
    [[120, 59], 180, 'The blocks are 1 minute shorter than the session: 179 of 180.'],
    [[120, 75], 180, 'The blocks are 15 minutes longer than the session: 195 of 180.'],
  ])('%j of %i minutes: %s', (minutes, planned, said) => {
    expect(blocksMismatch(blocksOf(minutes), planned)).toBe(said);
  });

  it('fit in any order exactly when their difference is zero', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 5, max: 720 }), (minutes, planned) => {
        const difference = blocksDifference(blocksOf(minutes), planned);
        const fits = blocksMismatch(blocksOf([...minutes].reverse()), planned) === undefined;
        return fits === (difference === 0) && blocksDifference(blocksOf(minutes), planned + difference) === 0;
      }),
    );
  });

  it('proposed for a new day fill 180 minutes, 165 of them treatment', () => {
    expect(blocksMismatch(proposedBlocks, 180)).toBeUndefined();
    expect(proposedBlocks.filter(({ treatment }) => treatment).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(165);
  });
});
