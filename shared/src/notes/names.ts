const word = /[\p{L}\p{M}\p{N}]+/gu;
// ß, ø, ł and the like are no marked letters for Unicode, but a reader takes "Soren" for "Søren".
const collator = new Intl.Collator('en', { sensitivity: 'base' });
/** Of a name of several words, "de" or "al" alone name nobody. */
const tellingLength = 3;

const wordsOf = (text: string): string[] => text.normalize('NFC').match(word) ?? [];
const isSame = (one: string, other: string): boolean => collator.compare(one, other) === 0;

interface Name {
  words: readonly string[];
}

/** A name as a whole, and each telling word of it. */
function namesOf(names: readonly string[]): Name[] {
  return names.flatMap((name) => {
    const words = wordsOf(name);
    if (words.join('').length < 2) return [];
    const alone = words.length > 1 ? words.filter((each) => each.length >= tellingLength) : [];
    return [{ words }, ...alone.map((each) => ({ words: [each] }))];
  });
}

const standsAt = (text: readonly string[], at: number, { words }: Name): boolean =>
  words.every((each, index) => {
    const found = text[at + index];
    return found !== undefined && isSame(found, each);
  });

/**
 * The words of a text that name one of the others: given, family or display name as whole words, whatever their case and marks.
 * What is the own person's name too is nobody else's. Names that are ordinary words count: who wrote it decides.
 */
export function othersNamed(text: string, own: readonly string[], others: readonly string[]): string[] {
  const mine = namesOf(own);
  const isMine = (name: Name): boolean => mine.some(({ words }) => words.length === name.words.length && standsAt(words, 0, name));
  const names = namesOf(others).filter((name) => !isMine(name));
  const written = wordsOf(text);
  const found = written.flatMap((_, at) => {
    const named = names.filter((name) => standsAt(written, at, name)).sort((one, other) => other.words.length - one.words.length)[0];
    return named ? [written.slice(at, at + named.words.length).join(' ')] : [];
  });
  return [...new Set(found)];
}
