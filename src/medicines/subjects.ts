import type { LineToken } from './line.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import type { Match } from './recognition.ts';
import type { Segment } from './segment.ts';
import { type Guess, isRival, type Spelling } from './spelling.ts';
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

/** Words up to this length may be a piece of a name that was heard wrongly: "a liquis". */
const SHORT = 3;

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
  // Beside a name, a misspelt one must mean the same medicine: it may be something else that changes the line.
  const isTaken = ({ meant }: Guess): boolean =>
    meant !== undefined && written.every(({ entry }) => entry.identity === meant.entry.identity);
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

/** Each run of unread words by itself, or all that could be a name as one where that is nearer to something known. */
function attemptsOf(context: Context): Attempt[] {
  const { segments } = context;
  const isPart = ({ kind }: Segment): boolean => kind === 'name' || kind === 'unread';
  const from = segments.findIndex(isPart);
  const to = segments.findLastIndex(isPart) + 1;
  const runs = unreadRuns(segments);
  if (runs.length === 0) return [];
  if (runs.some((run) => run.from === from && run.to === to)) {
    return [bestAttempt(context, { from, to })];
  }
  const whole = attempt(context, from, to);
  const apart = runs.map((run) => bestAttempt(context, run, whole));
  const isNearest = apart.every(({ guess }) => costOf(whole) <= (guess.nearest[0]?.cost ?? 0));
  return isNearest ? [whole] : apart;
}

/** A run by itself, or with what stands beside it where that may be a piece of the same name. */
function bestAttempt(context: Context, { from, to }: Stretch, whole?: Attempt): Attempt {
  const attempts = [attempt(context, from, to)];
  if (isPiece(context, from - 1)) attempts.push(attempt(context, from - 1, to));
  for (let end = to; end < to + 2 && isPiece(context, end); end += 1) {
    attempts.push(attempt(context, from, end + 1));
  }
  const nearest = [...attempts, ...(whole ? [whole] : [])]
    .flatMap(({ guess }) => guess.nearest)
    .toSorted((a, b) => a.cost - b.cost);
  const [best] = attempts
    .filter(({ guess }) => guess.meant)
    .toSorted((a, b) => costOf(a) - costOf(b));
  const meant = best?.guess.meant;
  const isDisputed = nearest.some((candidate) => meant && isRival(candidate, meant));
  if (best && !isDisputed) return best;
  return { from, to, guess: { written: attempts[0]?.guess.written ?? '', nearest } };
}

function costOf({ guess }: Attempt): number {
  return guess.meant?.cost ?? Infinity;
}

/** Another name, a number, or a word so short that it may belong to a name that was heard wrongly. */
function isPiece({ segments, tokens }: Context, index: number): boolean {
  const each = segments[index];
  if (each?.kind === 'name' || each?.kind === 'number') return true;
  return (
    each?.kind === 'phrase' &&
    each.to - each.from === 1 &&
    (tokens[each.from]?.text.length ?? 0) <= SHORT
  );
}

/** What the words of some segments mean together. As many slips are allowed as their unread letters may hold. */
function attempt(context: Context, from: number, to: number): Attempt {
  const { segments, spelling, lexicon } = context;
  const parts = segments.slice(from, to);
  const unread = parts
    .filter(({ kind }) => kind === 'unread')
    .flatMap((each) => wordsOf(context, each));
  const written = parts.flatMap((each) => wordsOf(context, each));
  const { meant, ...guess } = spelling.guess(written.join(''), unread.join('').length);
  const isEveryday = written.every((word) => lexicon.isEveryday(word));
  return { from, to, guess: { ...guess, ...(meant && !isEveryday ? { meant } : {}) } };
}

function wordsOf({ tokens }: Context, { from, to }: Segment): string[] {
  return tokens.slice(from, to).map(({ text }) => text);
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
