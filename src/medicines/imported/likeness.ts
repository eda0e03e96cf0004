import type { Entry, Lexicon } from '../lexicon.ts';
import { NearTexts } from '../spelling/near-texts.ts';
import { EASY, EDIT } from '../spelling/slips.ts';
import { Speller } from '../spelling/speller.ts';

/** The names of ours that a folded name may be taken for. */
export type Likeness = (key: string) => readonly Entry[];

/** Names that are known to be confused are kept further apart than one edit. */
const LOOKALIKES_APART = EASY + EDIT;

interface Watched {
  readonly entry: Entry;
  readonly key: string;
}

/** Compares one name at a time with all of ours that matter. */
export function likenessTo(lexicon: Lexicon): Likeness {
  const concerns = namesOfConcern(lexicon);
  const confused = confusedNames(lexicon);
  const byEdit = new Speller(concerns.map(({ key }) => key));
  const byLikeness = new NearTexts(confused.map(({ key }) => key));
  return (key) => [
    ...byEdit.near(key, EDIT).flatMap(({ index }) => concerns[index]?.entry ?? []),
    ...byLikeness.near(key, LOOKALIKES_APART).flatMap(({ index }) => confused[index]?.entry ?? []),
  ];
}

/** Compares all of ours that matter with many names at once: the same, in a tenth of the time. */
export function likenessAmong(keys: Iterable<string>, lexicon: Lexicon): Likeness {
  const sorted = [...new Set(keys)].toSorted();
  const found = new Map<string, Entry[]>();
  const note = (entry: Entry, index: number): void => {
    const key = sorted[index] ?? '';
    found.set(key, [...(found.get(key) ?? []), entry]);
  };
  const byEdit = new Speller(sorted);
  for (const { entry, key } of namesOfConcern(lexicon)) {
    for (const { index } of byEdit.near(key, EDIT)) note(entry, index);
  }
  const byLikeness = new NearTexts(sorted);
  for (const { entry, key } of confusedNames(lexicon)) {
    for (const { index } of byLikeness.near(key, LOOKALIKES_APART)) note(entry, index);
  }
  return (key) => found.get(key) ?? [];
}

function namesOfConcern(lexicon: Lexicon): Watched[] {
  return lexicon.vocabulary.names.keys.flatMap((key, number) => {
    const entry = lexicon.entry(number);
    return entry.isOfConcern ? [{ entry, key }] : [];
  });
}

function confusedNames(lexicon: Lexicon): Watched[] {
  const { lookalikes, names } = lexicon.vocabulary;
  return [...new Set(lookalikes.flat())]
    .toSorted((a, b) => a - b)
    .map((number) => ({ entry: lexicon.entry(number), key: names.keys[number] ?? '' }))
    .filter(({ entry }) => lexicon.hasLookalikes(entry));
}
