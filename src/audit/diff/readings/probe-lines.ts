/** Lines of medicine lists that hold the words which are read otherwise, for every kind of medicine that the rules tell apart. */
import type { Vocabulary } from '../../../medicines/vocabulary.ts';
import type { ChangedReading } from './changed-readings.ts';

/** So many words of a group that are read alike. */
const WORDS = 3;
/** In units and in mg: small, and more than any rule sets a limit at. */
const AMOUNTS = [5, 20_000];

/** What lines are made of. */
export interface Parts {
  /** One name for each kind of medicine. */
  readonly names: readonly string[];
  /** One word for each way of taking it. */
  readonly ways: readonly string[];
}

export function* probeLines(
  { kind, words }: ChangedReading,
  { names, ways }: Parts,
): Generator<string> {
  for (const word of words.slice(0, WORDS)) {
    switch (kind) {
      case 'phrase':
        for (const name of names) yield `${name} ${word}`;
        break;
      case 'unit':
        for (const name of names) for (const amount of AMOUNTS) yield `${name} ${amount} ${word}`;
        break;
      case 'joining word':
        for (const [index, name] of names.entries())
          yield `${name} ${word} ${names[(index + 1) % names.length]}`;
        break;
      case 'everyday word':
        yield word;
        for (const name of names) yield* [`${name} ${word}`, `${word} ${name}`];
        break;
      case 'ending':
        yield* [`zyx${word}`, `vulo${word}`];
        break;
      case 'look-alikes':
        yield* between(word.split(' / '));
        break;
      case 'presentations':
        for (const name of word.split(' / ')) yield name;
        break;
      case 'only swallowed':
        for (const way of ways) yield `${word} ${way}`;
        break;
      case 'class':
        for (const name of names) for (const way of ways) yield `${name} ${way}`;
        break;
    }
  }
}

/** Names of which each begins as one of these and ends as another, or as itself with a letter less. */
function* between(names: readonly string[]): Generator<string> {
  for (const first of names)
    for (const second of names)
      for (let to = 1; to < first.length; to += 1)
        for (let from = 1; from < second.length; from += 1)
          if (first !== second || from === to + 1) yield first.slice(0, to) + second.slice(from);
}

/** A word for each way of taking a medicine that either formulary knows. */
export function waysIn(vocabularies: readonly Vocabulary[]): string[] {
  const ways = new Map<string, string>();
  for (const { keys, tells } of vocabularies.flatMap(({ phrases }) => phrases)) {
    const [word] = keys;
    if (tells.route !== undefined && word !== undefined && !ways.has(tells.route))
      ways.set(tells.route, word);
  }
  return [...ways.values()];
}
