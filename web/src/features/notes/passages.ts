export interface Passage {
  before: string;
  word: string;
  after: string;
}

const aroundLength = 36;
const letter = /[\p{L}\p{M}\p{N}]/u;

function cutBefore(text: string, at: number): string {
  if (at <= aroundLength) return text.slice(0, at);
  const cut = text.slice(at - aroundLength, at);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}

function cutAfter(text: string, at: number): string {
  if (text.length - at <= aroundLength) return text.slice(at);
  const cut = text.slice(at, at + aroundLength);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

/** Each place where one of the words stands as a whole word, with what stands around it, in the order of the text. */
export function passagesOf(text: string, words: readonly string[]): Passage[] {
  const found: { at: number; word: string }[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + word.length)) {
      const isWhole = !letter.test(text.slice(0, at).at(-1) ?? ' ') && !letter.test(text.slice(at + word.length).at(0) ?? ' ');
      const isPartOfAnother = found.some((other) => at >= other.at && at < other.at + other.word.length);
      if (isWhole && !isPartOfAnother) found.push({ at, word });
    }
  }
  return found
    .sort((one, other) => one.at - other.at)
    .map(({ at, word }) => ({ before: cutBefore(text, at), word, after: cutAfter(text, at + word.length) }));
}
