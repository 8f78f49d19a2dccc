interface Word {
  text: string;
  from: number;
  to: number;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
// ß, ø, ł and the like are no marked letters for Unicode, but a reader takes "Soren" for "Søren".
const collator = new Intl.Collator('en', { sensitivity: 'base' });
/** Of a name of several words, "de" or "al" alone name nobody. */
const tellingLength = 3;

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(word)].map((found) => ({ text: found[0], from: found.index, to: found.index + found[0].length }));

/** A name as a whole, and each telling word of it; the longest first. */
function namesOf(names: readonly string[]): string[][] {
  const all = names.flatMap((name) => {
    const words = wordsOf(name).map(({ text }) => text);
    if (words.join('').length < 2) return [];
    const alone = words.length > 1 ? words.filter((each) => each.length >= tellingLength) : [];
    return [words, ...alone.map((each) => [each])];
  });
  return all.sort((one, other) => other.length - one.length);
}

const standsAt = (text: readonly string[], at: number, name: readonly string[]): boolean =>
  name.every((each, index) => {
    const found = text[at + index];
    return found !== undefined && collator.compare(found, each) === 0;
  });

/**
 * What in a text names one of the others, as it is written there: given, family or display name as whole words, whatever their
 * case and marks. What is the own person's name too is nobody else's. Names that are ordinary words count: who wrote it decides.
 */
export function othersNamed(text: string, own: readonly string[], others: readonly string[]): string[] {
  const mine = namesOf(own);
  const isMine = (name: readonly string[]): boolean => mine.some((each) => each.length === name.length && standsAt(each, 0, name));
  const names = namesOf(others).filter((name) => !isMine(name));
  const written = wordsOf(text);
  const plain = written.map((each) => each.text);
  const found = new Set<string>();
  for (let at = 0; at < written.length; at++) {
    const named = names.find((name) => standsAt(plain, at, name));
    if (!named) continue;
    const last = at + named.length - 1;
    found.add(text.slice(written[at]?.from, written[last]?.to));
    at = last;
  }
  return [...found];
}
