/** Letters of one word, an apostrophe inside it included, or the digits of one number, fraction or date. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’`´]\p{L}[\p{L}\p{M}]*)*|\d+(?:[.,:/-]?\d+)*|&/gu;

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  µ: 'u',
  μ: 'u',
};

/** A word of a text, without case, accents or apostrophes; `start` and `end` are offsets into the text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text. Digits are words apart from letters: `81MG` is two. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** Printable ASCII without the ampersand, which is a word: folding drops all of it but letters and digits. */
const PLAIN = /^[ -%'-~]*$/;

/** A name as it is looked up: its words run together, so that spaces, hyphens and points make no difference. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
  return tokensOf(name)
    .map(({ text }) => text)
    .join('');
}

function foldWord(word: string): string {
  if (word === '&') return 'and';
  const lower = word.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[ßæœøłµμ]/g, (letter) => LETTERS[letter] ?? letter);
}
