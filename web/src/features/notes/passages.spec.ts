import { expect, test } from '@jest/globals';
import { passagesOf } from './passages';

test('shows each whole word with what stands around it, in the order of the text', () => {
  expect(passagesOf('Ana listened to Ben, and Ben thanked her.', ['Ben', 'Ana'])).toEqual([
    { before: '', word: 'Ana', after: ' listened to Ben, and Ben thanked…' },
    { before: 'Ana listened to ', word: 'Ben', after: ', and Ben thanked her.' },
    { before: 'Ana listened to Ben, and ', word: 'Ben', after: ' thanked her.' },
  ]);
});

test('leaves out words that only begin or end with a name', () => {
  expect(passagesOf('Benign words of Rubén', ['Ben'])).toEqual([]);
});

test('cuts long lines between words', () => {
  const [passage] = passagesOf(`${'before '.repeat(20)}Ben ${'after '.repeat(20)}`, ['Ben']);
  expect(passage?.before).toMatch(/^…(before )+$/);
  expect(passage?.after).toMatch(/^( after)+…$/);
});
