import { foldName } from '../fold.ts';
import type { Entry } from '../lexicon.ts';
import { type Attempt, type LineContext, misspeltNames, offeredFor } from './misspelt-names.ts';
import type { Match } from '../recognition.ts';
import type { Segment } from './segment.ts';
import type { Guess } from '../spelling/spelling.ts';
import type { NameKind } from '../vocabulary.ts';

/** A name that a line holds, as written or misspelt. */
export interface Subject {
  readonly entry: Entry;
  readonly match: Match;
}

/** Texts of more words are no name with a letter wrong. */
const MOST_WORDS = 3;

/** All that a line names, the words about it, and what of it could not be read. */
export interface Named {
  readonly subjects: readonly Subject[];
  readonly about: readonly Segment[];
  readonly unread: readonly Guess[];
}

/** The names of a line; words that are neither name nor phrase are tried as misspellings. */
export function subjectsOf(context: LineContext): Named {
  const attempts = misspeltNames(context);
  const meant = attempts.filter(({ guess }) => guess.meant);
  const about = context.segments.filter(
    (_, index) => !meant.some(({ from, to }) => index >= from && index < to),
  );
  const written = about.flatMap((each) =>
    each.kind === 'name' ? [writtenSubject(context, each)] : [],
  );
  const misspelt = meant.flatMap((each) => misspeltSubject(context, each));
  // Beside a name, a misspelt one must mean the same medicine: it may be something else that changes the line.
  const isTaken = ({ entry }: Subject): boolean =>
    written.every((other) => other.entry.word || other.entry.identity === entry.identity);
  const isDoubted = misspelt.some((each) => !isTaken(each));
  return {
    subjects: [...written, ...(isDoubted ? [] : misspelt)],
    about,
    unread: [
      ...attempts.flatMap((each) =>
        each.guess.meant && !isDoubted ? [] : [offeredFor(context, each)],
      ),
      ...(attempts.length === 0 ? namesInKnownWords(context) : []),
    ],
  };
}

/** Words that are all known may be a misspelt name all the same: two names side by side, or no name at all. */
function namesInKnownWords({ tokens, segments, spelling, lexicon }: LineContext): Guess[] {
  const textOf = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join('');
  const names = segments.flatMap((each) => (each.kind === 'name' ? [each] : []));
  if (names.length === 0) {
    const written = textOf(0, tokens.length);
    const isTold = segments.some((each) => each.kind === 'phrase' && each.tells.status);
    const isName = tokens.length <= MOST_WORDS && /[a-z]/.test(written) && !isTold;
    return isName ? [{ written, nearest: spelling.nearest(written) }] : [];
  }
  return names.flatMap((name, index) => {
    const next = names[index + 1];
    const start = tokens[name.to];
    if (next?.from !== name.to || !start || start.comma !== undefined || start.afterAmount)
      return [];
    const products = [name, next].map((each) => lexicon.entry(each.name).product);
    const both = products.flatMap((product) => product?.of ?? []);
    if (products.includes(undefined)) return [];
    const guess = spelling.guess(textOf(name.from, next.to));
    const meant = guess.meant?.entry.product?.of;
    const isAnother = meant && !both.every((number) => meant.includes(number));
    return isAnother ? [guess] : [];
  });
}

const MATCHES: { readonly [Kind in NameKind]?: Match } = {
  brand: 'brand',
  synonym: 'synonym',
  misspelling: 'spelling',
};

/** How sure a name is when it is written as it is listed. */
export function matchOf({ kind }: Entry): Match {
  return MATCHES[kind] ?? 'exact';
}

function writtenSubject(
  context: LineContext,
  { name, to }: Segment & { readonly kind: 'name' },
): Subject {
  const entry = context.lexicon.entry(name);
  const match = matchOf(entry);
  return { entry: match === 'spelling' ? lengthened(context, entry, to) : entry, match };
}

function misspeltSubject(context: LineContext, { to, guess }: Attempt): Subject[] {
  const last = context.segments[to - 1];
  if (!guess.meant || !last) return [];
  return [{ entry: lengthened(context, guess.meant.entry, last.to), match: 'spelling' }];
}

/** The longest name that a misspelt one begins, going on with the words after it: "Addvil" with "PM". */
function lengthened({ tokens, names, lexicon }: LineContext, entry: Entry, next: number): Entry {
  let key = foldName(entry.spelled);
  let longest = entry;
  for (const { text } of tokens.slice(next)) {
    key += text;
    const name = names.find(key);
    if (name !== undefined) longest = lexicon.entry(name);
    if (!names.hasPrefix(key)) break;
  }
  return longest;
}
