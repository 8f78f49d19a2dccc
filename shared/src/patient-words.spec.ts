import { describe, expect, it } from '@jest/globals';
import { errors } from './errors.js';
import { hardWords, readingGrade } from './testing/reading.js';

/** What the server may say to a patient on the way in. */
const toPatients = Object.entries(errors).filter(([code]) =>
  /^(gate|consent|identity)\.|^room\.(notOpen|ended|notStarted|notAdmitted|removed|otherDevice|mediaDown|wordsOver)$|^session\.cancelled$|^device\.(wrongPin|gone)$|^auth\.(signedOut|locked|slowDown|wrongPassword)$|^system\./.test(
    code,
  ),
);

describe('what the server says to patients', () => {
  it.each(toPatients)('%s blames nobody and uses no word of machines', (_, [, sentence]) => {
    expect(hardWords.filter((word) => word.test(sentence))).toEqual([]);
  });

  it('is read with ease: grade 6 as a whole, no sentence above grade 9', () => {
    expect(toPatients.length).toBeGreaterThan(15);
    expect(readingGrade(toPatients.map(([, [, sentence]]) => sentence).join('\n'))).toBeLessThanOrEqual(6);
    const hard = toPatients
      .map(([code, [, sentence]]) => [code, Math.round(readingGrade(sentence))] as const)
      .filter(([, grade]) => grade > 9);
    expect(hard).toEqual([]);
  });
});

describe('the grade of a text', () => {
  it('is low for short words in short sentences, and high for long ones', () => {
    expect(readingGrade('We call you. Stay where you are.')).toBeLessThan(2);
    expect(readingGrade('Participation necessitates authorization by credentialed telecommunication professionals.')).toBeGreaterThan(15);
  });
});
