import type { LineToken } from './line.ts';
import type { NameIndex } from '../name-index.ts';
import type { Stands, Tells } from '../schema.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** A run of words, from token `from` up to but not including `to`, and what it was read as. */
export type Segment = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'name'; readonly name: number }
  | ({ readonly kind: 'phrase' } & Phrase)
  | { readonly kind: 'number' }
  | { readonly kind: 'unread' }
);

/** What a phrase tells, and whether it joins two medicines. */
interface Phrase {
  readonly tells: Tells;
  readonly stands?: Stands;
  readonly thing?: true;
  readonly counts?: true;
  readonly doubt?: true;
  readonly join?: 'and' | 'or';
}

/** Whether it is a name, or may be a misspelt one. */
export function mayBeName({ kind }: Segment): boolean {
  return kind === 'name' || kind === 'unread';
}

/** Whether it says how many: "2", "two". */
export function isCount(each: { readonly kind: string; readonly counts?: true }): boolean {
  return each.kind === 'number' || each.counts === true;
}

/** Phrases by their folded words run together. */
export type Phrases = ReadonlyMap<string, Phrase>;

/** Phrases as they are looked up. */
export function phrasesOf({ phrases, joins }: Vocabulary): Phrases {
  const found = new Map<string, Phrase>();
  for (const { keys, ...phrase } of phrases) for (const key of keys) found.set(key, phrase);
  for (const join of ['and', 'or'] as const)
    for (const key of joins[join]) found.set(key, { tells: {}, join });
  return found;
}

const LONGEST = 9;
const UNREAD_COST = 10_000;
const SEGMENT_COST = 100;

/**
 * Reads every word of a line as part of a name, a phrase or a number, so that the fewest words stay unread, in
 * the fewest runs. Where a run is a name as well as a phrase ("one a day") it is a phrase beside another name.
 */
export function segment(
  tokens: readonly LineToken[],
  names: NameIndex,
  phrases: Phrases,
): Segment[] {
  const asPhrase = cover(tokens, names, phrases, 1);
  return asPhrase.some(({ kind }) => kind === 'name')
    ? asPhrase
    : cover(tokens, names, phrases, -1);
}

function cover(
  tokens: readonly LineToken[],
  names: NameIndex,
  phrases: Phrases,
  nameCost: number,
): Segment[] {
  const costs: number[] = Array.from({ length: tokens.length + 1 }, () => 0);
  const best: Segment[] = [];
  for (let from = tokens.length - 1; from >= 0; from -= 1) {
    let lowest = Infinity;
    const offer = (found: Segment, cost: number): void => {
      const total = cost + SEGMENT_COST + (costs[found.to] ?? 0);
      if (total >= lowest) return;
      lowest = total;
      best[from] = found;
    };
    const isNumber = /^\d/.test(tokens[from]?.text ?? '');
    offer({ from, to: from + 1, kind: isNumber ? 'number' : 'unread' }, isNumber ? 0 : UNREAD_COST);
    for (const found of runsAt(tokens, from, names, phrases))
      offer(found, found.kind === 'name' ? nameCost : 0);
    costs[from] = lowest;
  }
  const segments: Segment[] = [];
  for (let at = best[0]; at; at = best[at.to]) segments.push(at);
  return segments;
}

function* runsAt(
  tokens: readonly LineToken[],
  from: number,
  names: NameIndex,
  phrases: Phrases,
): Generator<Segment> {
  let key = '';
  let isPrefix = true;
  for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST); to += 1) {
    const last = tokens[to - 1];
    if (to > from + 1 && last?.afterDate) return;
    key += last?.text ?? '';
    const phrase = phrases.get(key);
    if (phrase) yield { from, to, kind: 'phrase', ...phrase };
    isPrefix &&= names.hasPrefix(key);
    const name = isPrefix ? names.find(key) : undefined;
    if (name !== undefined) yield { from, to, kind: 'name', name };
  }
}
