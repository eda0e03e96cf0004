import { foldName } from '../fold.ts';
import type { LineToken } from './line.ts';
import type { Lexicon } from '../lexicon.ts';
import type { NameIndex } from '../name-index.ts';
import { mayBeName, type Segment } from './segment.ts';
import { APART, type Candidate, type Guess, isRival, type Spelling } from '../spelling/spelling.ts';

/** A line taken apart, and what its names are looked up in. */
export interface LineContext {
  readonly text: string;
  readonly tokens: readonly LineToken[];
  readonly segments: readonly Segment[];
  readonly names: NameIndex;
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
}

/** Segments from `from` up to but not including `to`, read as one misspelt name. */
export interface Attempt {
  readonly from: number;
  readonly to: number;
  readonly guess: Guess;
}

type Stretch = Pick<Attempt, 'from' | 'to'>;

/** Words up to this length may be a piece of a misspelt name: "a liquis", "sodium salicilate". */
const SHORT = 6;

/** Longer texts are a line rather than a name. */
const LONGEST_NAME = 60;

/** Up to this length, a name may stand by chance in a misspelt one. */
const SHORT_NAME = 5;

/** A text with more stretches that cannot be read is no medicine line, and none of them is tried. */
const MOST_RUNS = 8;

/** Each run of unread words by itself, or all that could be a name as one where that is nearer to something known. */
export function misspeltNames(context: LineContext): Attempt[] {
  const { segments } = context;
  const from = segments.findIndex(mayBeName);
  const to = segments.findLastIndex(mayBeName) + 1;
  const runs = unreadRuns(segments);
  if (runs.length === 0) return [];
  if (runs.length > MOST_RUNS) {
    return runs.map((run) => ({ ...run, guess: { written: '', nearest: () => [] } }));
  }
  if (runs.some((run) => run.from === from && run.to === to)) {
    return [bestAttempt(context, { from, to })];
  }
  const whole = attempt(context, from, to);
  const apart = runs.map((run) => bestAttempt(context, run, whole));
  const isNearest = whole.guess.meant && apart.every((each) => costOf(whole) <= leastOf(each));
  return isNearest ? [whole] : apart;
}

/** What to offer for a run that means nothing: of several words each may be the name, and the others something else. */
export function offeredFor(context: LineContext, { from, to, guess }: Attempt): Guess {
  const words = context.segments.slice(from, to).flatMap((each) => wordsOf(context, each));
  if (words.length < 2) return guess;
  const isOffered = (word: string): boolean =>
    word.length > SHORT_NAME && !context.lexicon.isEveryday(word);
  const searches = words.filter(isOffered).map((word) => context.spelling.nearest(word));
  const byWord = nearestOf(searches);
  return { ...guess, nearest: (limit) => [...guess.nearest(limit), ...byWord(limit)] };
}

/** A run by itself, or with what stands beside it where that may be a piece of the same name. */
function bestAttempt(context: LineContext, { from, to }: Stretch, whole?: Attempt): Attempt {
  const alone = attempt(context, from, to);
  const attempts = [alone];
  if (isPiece(context, from - 1)) attempts.push(attempt(context, from - 1, to));
  for (let end = to; end < to + 2 && mayFollow(context, end, alone); end += 1) {
    attempts.push(attempt(context, from, end + 1));
  }
  const searches = [
    ...widerTexts(context, { from, to }).map((text) => context.spelling.nearest(text)),
    ...[...attempts, ...(whole ? [whole] : [])].map(({ guess }) => guess.nearest),
  ];
  const nearest = nearestOf(searches);
  const [best] = attempts
    .filter(({ guess }) => guess.meant)
    .toSorted((a, b) => costOf(a) - costOf(b));
  const meant = best?.guess.meant;
  const isDisputed =
    meant && nearest(meant.cost + APART).some((candidate) => isRival(candidate, meant));
  if (best && !isDisputed) return best;
  return { from, to, guess: { written: alone.guess.written, nearest } };
}

/**
 * The run with all kinds of words beside it, and the whole line with and without what was read as an amount: names
 * hold words of the language and numbers too. Nothing is picked for these texts, but what they come near to is
 * offered, and disputes what the run alone would mean.
 */
function widerTexts(context: LineContext, { from, to }: Stretch): string[] {
  const { segments } = context;
  const stretches = [
    [from - 1, to],
    [from, to + 1],
    [from, to + 2],
    [from - 1, to + 1],
    [0, segments.length],
  ] as const;
  const texts = stretches
    .filter(([first, end]) => first >= 0 && end <= segments.length && end - first > to - from)
    .map(([first, end]) => textOf(context, segments.slice(first, end)));
  return [...new Set([...texts, foldName(context.text)])].filter(
    ({ length }) => length <= LONGEST_NAME,
  );
}

/** What several searches find together, nearest first. */
function nearestOf(searches: readonly Guess['nearest'][]): Guess['nearest'] {
  return (limit) => searches.flatMap((search) => search(limit)).toSorted((a, b) => a.cost - b.cost);
}

/** What the nearest name of all costs; nothing when there is none. */
function leastOf({ guess }: Attempt): number {
  return guess.nearest()[0]?.cost ?? 0;
}

function costOf({ guess }: Attempt): number {
  return guess.meant?.cost ?? Infinity;
}

/** A piece of the same name; where the run means nothing by itself, any phrase may be one: "Strength". */
function mayFollow(context: LineContext, index: number, { guess }: Attempt): boolean {
  const isPhrase = context.segments[index]?.kind === 'phrase';
  return isPiece(context, index) || (isPhrase && !guess.meant);
}

/** Another name, a number, or a short word that tells nothing: it may belong to a name that was heard wrongly. */
function isPiece(context: LineContext, index: number): boolean {
  const each = context.segments[index];
  if (each?.kind !== 'phrase') return each?.kind === 'name' || each?.kind === 'number';
  return Object.keys(each.tells).length === 0 && textOf(context, [each]).length <= SHORT;
}

/** What the words of some segments mean together. As many slips are allowed as their unread letters may hold. */
function attempt(context: LineContext, from: number, to: number): Attempt {
  const { segments, spelling, lexicon } = context;
  const parts = segments.slice(from, to);
  const unread = parts
    .filter(({ kind }) => kind === 'unread')
    .flatMap((each) => wordsOf(context, each));
  const written = parts.flatMap((each) => wordsOf(context, each));
  const { meant, ...guess } = spelling.guess(written.join(''), unread.join('').length);
  const isEveryday = written.every((word) => lexicon.isEveryday(word));
  const isMeant = meant && !isEveryday && keepsNames(context, parts, meant);
  return { from, to, guess: { ...guess, ...(isMeant ? { meant } : {}) } };
}

/** Whether a name that is written rightly among the words is still in the one that they are taken for. */
function keepsNames(
  context: LineContext,
  parts: readonly Segment[],
  { entry }: Candidate,
): boolean {
  const meant = foldName(entry.spelled);
  return parts.every((each) => {
    const written = each.kind === 'name' ? textOf(context, [each]) : '';
    return written.length <= SHORT_NAME || meant.includes(written);
  });
}

function textOf(context: LineContext, segments: readonly Segment[]): string {
  return segments.flatMap((each) => wordsOf(context, each)).join('');
}

function wordsOf({ tokens }: LineContext, { from, to }: Segment): string[] {
  return tokens.slice(from, to).map(({ text }) => text);
}

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
