import type { LineToken } from './line.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import type { Match } from './recognition.ts';
import type { Segment } from './segment.ts';
import type { Guess, Spelling } from './spelling.ts';
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

interface Context {
  readonly tokens: readonly LineToken[];
  readonly segments: readonly Segment[];
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
}

/** Segments from `from` up to but not including `to`, read as one misspelt name. */
interface Attempt {
  readonly from: number;
  readonly to: number;
  readonly guess: Guess;
}

/** Words this short may be a piece of a name that was heard wrongly: "a liquis". */
const SHORT = 3;

/** Beside another name, a shorter word is too likely something else than a misspelt medicine. */
const LONG = 6;

/** The names of a line; words that are neither name nor phrase are tried as misspellings. */
export function subjectsOf(context: Context): Named {
  const { segments, lexicon } = context;
  const attempts = attemptsOf(context);
  const isSpelled = (index: number): boolean =>
    attempts.some(
      ({ from, to, guess }) => guess.meant !== undefined && index >= from && index < to,
    );
  const about = segments.filter((_, index) => !isSpelled(index));
  const written = about.flatMap((each) =>
    each.kind === 'name' ? [subject(lexicon.entry(each.name))] : [],
  );
  const isTaken = ({ written: word, meant }: Guess): boolean =>
    meant !== undefined &&
    (written.length === 0 ||
      word.length >= LONG ||
      written.some(({ entry }) => entry.identity === meant.entry.identity));
  const guesses = attempts.map(({ guess }) => guess);
  const misspelt = guesses.flatMap((guess) =>
    guess.meant && isTaken(guess) ? [{ entry: guess.meant.entry, match: 'spelling' as const }] : [],
  );
  return {
    subjects: [...written, ...misspelt],
    about,
    unread: guesses.filter((guess) => !isTaken(guess)),
  };
}

const MATCHES: { readonly [Kind in NameKind]?: Match } = {
  brand: 'brand',
  synonym: 'synonym',
  misspelling: 'spelling',
};

function subject(entry: Entry): Subject {
  return { entry, match: MATCHES[entry.kind] ?? 'exact' };
}

/** All that could be a name read as one, when that means something; else each run of unread words by itself. */
function attemptsOf(context: Context): Attempt[] {
  const { segments } = context;
  const runs = unreadRuns(segments);
  const isPart = ({ kind }: Segment): boolean => kind === 'name' || kind === 'unread';
  const from = segments.findIndex(isPart);
  const to = segments.findLastIndex(isPart) + 1;
  const [only] = runs;
  if (!only) return [];
  const whole = attempt(context, from, to);
  const isRun = only.from === from && only.to === to;
  return whole.guess.meant && !isRun
    ? [whole]
    : runs.map((run) => bestAttempt(context, run, whole));
}

/** A run by itself, or with what stands beside it where that may be a piece of the same name. */
function bestAttempt(context: Context, { from, to }: Stretch, whole: Attempt): Attempt {
  const isWhole = whole.from === from && whole.to === to;
  const attempts = [isWhole ? whole : attempt(context, from, to)];
  if (isPiece(context, from - 1)) attempts.push(attempt(context, from - 1, to));
  for (let end = to + 1; end <= to + 2 && isPiece(context, end - 1); end += 1)
    attempts.push(attempt(context, from, end));
  const costOf = ({ guess: { meant } }: Attempt): number => meant?.cost ?? Infinity;
  const longestFirst = attempts.toSorted(
    (a, b) => costOf(a) - costOf(b) || b.to - b.from - (a.to - a.from),
  );
  const [best] = longestFirst;
  if (best?.guess.meant) return best;
  const nearest = [...attempts, whole]
    .flatMap(({ guess }) => guess.nearest)
    .toSorted((a, b) => a.cost - b.cost);
  return { from, to, guess: { written: attempts[0]?.guess.written ?? '', nearest } };
}

function isPiece({ segments, tokens }: Context, index: number): boolean {
  const each = segments[index];
  if (each?.kind === 'name' || each?.kind === 'number') return true;
  return (
    each?.kind === 'phrase' &&
    each.to - each.from === 1 &&
    (tokens[each.from]?.text.length ?? 0) <= SHORT
  );
}

function attempt(
  { segments, tokens, spelling, lexicon }: Context,
  from: number,
  to: number,
): Attempt {
  const words = tokens.slice(segments[from]?.from, segments[to - 1]?.to).map(({ text }) => text);
  const { meant, ...guess } = spelling.guess(words.join(''));
  const isEveryday = words.every((word) => lexicon.isEveryday(word));
  return { from, to, guess: { ...guess, ...(meant && !isEveryday ? { meant } : {}) } };
}

type Stretch = Pick<Attempt, 'from' | 'to'>;

function unreadRuns(segments: readonly Segment[]): Stretch[] {
  const runs: { from: number; to: number }[] = [];
  for (const [index, { kind }] of segments.entries()) {
    const last = runs.at(-1);
    if (kind !== 'unread') continue;
    if (last?.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}
