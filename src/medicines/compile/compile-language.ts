import { defined } from '../defined.ts';
import { foldName } from '../fold.ts';
import { type Faults, type FormularySource, partOf } from './formulary-part.ts';
import type { Phrase, Vocabulary } from '../vocabulary.ts';

type Language = Pick<Vocabulary, 'units' | 'phrases' | 'joins' | 'everyday'>;

/** The language of medicine lines: units, phrases, joining words and everyday words, beside those of the ground. */
export function compileLanguage(
  files: readonly FormularySource[],
  ground: Language,
  faults: Faults,
): Language {
  const joins = files.flatMap(({ value }) => value.joins ?? []);
  return {
    units: {
      ...ground.units,
      ...Object.fromEntries(files.flatMap(({ value }) => Object.entries(value.units ?? {}))),
    },
    phrases: [...ground.phrases, ...compilePhrases(files, faults)],
    joins: {
      and: [...ground.joins.and, ...joins.flatMap(({ and }) => and.map(foldName))],
      or: [...ground.joins.or, ...joins.flatMap(({ or }) => or.map(foldName))],
    },
    everyday: [
      ...ground.everyday,
      ...files.flatMap(({ value }) => (value.everyday ?? []).map(foldName)),
    ],
  };
}

/** The same words may stand twice only where they tell the same. */
function compilePhrases(files: readonly FormularySource[], faults: Faults): Phrase[] {
  const told = new Map<string, string>();
  return partOf(files, 'phrases').map(({ item: { say, tells = {}, ...kind }, at }) => {
    const phrase = { tells, ...defined(kind) };
    const telling = JSON.stringify(phrase);
    for (const [index, words] of say.entries()) {
      const key = foldName(words);
      if ((told.get(key) ?? telling) !== telling) {
        faults.add(
          'phrase-conflict',
          `\`${words}\` already tells something else`,
          at('say', index),
        );
      }
      told.set(key, telling);
    }
    return { keys: say.map(foldName), ...phrase };
  });
}
