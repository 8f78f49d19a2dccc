/** Words that blame, threaten or belong to machines: no patient meets them. */
export const hardWords: readonly RegExp[] = [
  /\bfail(ed|ure|s)?\b/i,
  /\binvalid\b/i,
  /\bmust\b/i,
  /\berrors?\b/i,
  /\brefus(e|ed|al|es)\b/i,
  /\bviolat(e|ed|ion|es)\b/i,
  /\btokens?\b/i,
  /\bsession expired\b/i,
  /\bforbidden\b/i,
  /\bdenied\b/i,
  /\bunauthori[sz]ed\b/i,
  /\bnon-?complian(t|ce)\b/i,
  /\bincorrect\b/i,
  /\bmandatory\b/i,
  /\bsubmit\b/i,
  /\bauthenticat/i,
  /\bcredentials?\b/i,
  /\btimeout\b/i,
  /\bparameters?\b/i,
  /\byour fault\b/i,
  /\babuser?s?\b/i,
  /\baddicts?\b/i,
];

/** Syllables as an ear would count them, near enough: groups of vowels, without a silent e. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.replace(/(?:[^laeiouy]es|[^laeiouy]e|ed)$/, '').match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

/** The school grade that a text asks for (Flesch-Kincaid): 0.39 words per sentence + 11.8 syllables per word - 15.59. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)|\n+/).filter((one) => /[a-z]/i.test(one));
  const words = text.split(/\s+/).filter((one) => /[a-z]/i.test(one));
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
}

/** Every sentence below a value, with where it stands. */
export function sentencesIn(value: unknown, at = ''): [where: string, sentence: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => sentencesIn(part, at ? `${at}.${key}` : key));
}
