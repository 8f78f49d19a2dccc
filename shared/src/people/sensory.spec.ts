import { describe, expect, it } from '@jest/globals';
import { sensoryLine, usualSensory } from './sensory.js';

describe('the one line for staff', () => {
  it('says nothing where all is as usual', () => {
    expect(sensoryLine(usualSensory)).toBe('');
  });

  it('names what is out of the ordinary, the sound first', () => {
    expect(sensoryLine({ ...usualSensory, ceilingDb: -18, softHighs: true, largerText: true })).toBe(
      'Sound ceiling low, highs softened, larger text',
    );
    expect(sensoryLine({ ...usualSensory, ceilingDb: -30, dim: true, reducedMotion: true })).toBe(
      'Sound ceiling very low, calmer screen, less movement',
    );
    expect(sensoryLine({ ...usualSensory, ceilingDb: -9 })).toBe('Sound ceiling lowered');
  });
});
