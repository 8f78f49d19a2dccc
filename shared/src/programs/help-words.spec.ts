import { describe, expect, it } from '@jest/globals';
import { hardWords, readingGrade, sentencesIn } from '../testing/reading.js';
import { helpWords } from './help-words.js';

const sentences = sentencesIn(helpWords);

describe('what people read who need help', () => {
  it.each(sentences)('%s blames nobody and uses no word of machines', (_, sentence) => {
    expect(hardWords.filter((word) => word.test(sentence))).toEqual([]);
  });

  it('is read with ease: grade 6', () => {
    expect(sentences.length).toBeGreaterThan(8);
    expect(readingGrade(sentences.map(([, sentence]) => sentence).join('\n'))).toBeLessThanOrEqual(6);
  });
});
