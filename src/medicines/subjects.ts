import { foldName } from './fold.ts';
import type { Entry } from './lexicon.ts';
import { type Attempt, type LineContext, misspeltNames } from './misspelt-names.ts';
import type { Match } from './recognition.ts';
import type { Segment } from './segment.ts';
import type { Guess } from './spelling.ts';
import type { NameKind } from './vocabulary.ts';

/** A name that a line holds, as written or misspelt. */
export interface Subject {
  readonly entry: Entry;
  readonly match: Match;
}

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
    unread: attempts.flatMap(({ guess }) => (guess.meant && !isDoubted ? [] : [guess])),
  };
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
