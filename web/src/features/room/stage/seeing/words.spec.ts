import { describe, expect, it } from '@jest/globals';
import { hardWords, readingGrade, sentencesIn } from '../../../../../../shared/src/testing/reading';
import { seeingWords } from './words';

const sentences = sentencesIn(seeingWords);

describe('what is said about seeing', () => {
  it.each(sentences)('%s blames nobody and uses no word of machines', (_, sentence) => {
    expect(hardWords.filter((word) => word.test(sentence))).toEqual([]);
  });

  it('is read with ease', () => {
    expect(sentences.length).toBeGreaterThan(20);
    expect(readingGrade(sentences.map(([, sentence]) => sentence).join('\n'))).toBeLessThanOrEqual(6);
  });
});
