import { describe, expect, it } from '@jest/globals';
import { hardWords, readingGrade, sentencesIn } from '../../../shared/src/testing/reading';
import { patientWords } from './patientWords';

const sentences = sentencesIn(patientWords);

describe('what patients read at the gate and in the first steps', () => {
  it.each(sentences)('%s blames nobody and uses no word of machines', (_, sentence) => {
    expect(hardWords.filter((word) => word.test(sentence))).toEqual([]);
  });

  it('is read with ease: grade 6 as a whole, no longer text above grade 8', () => {
    expect(sentences.length).toBeGreaterThan(100);
    expect(readingGrade(sentences.map(([, sentence]) => sentence).join('\n'))).toBeLessThanOrEqual(6);
    const hard = sentences.map(([at, one]) => [at, one.split(' ').length, Math.round(readingGrade(one))] as const);
    expect(hard.filter(([, words, grade]) => words >= 6 && grade > 8)).toEqual([]);
  });
});
