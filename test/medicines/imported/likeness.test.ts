import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { foldName } from '../../../src/medicines/fold.ts';
import { likenessAmong, likenessTo } from '../../../src/medicines/imported/likeness.ts';
import { toolsOf } from '../../../src/medicines/recogniser.ts';
import { singleEdits } from '../../support/single-edits.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const { lexicon } = toolsOf(smallVocabulary);
const one = likenessTo(lexicon);
const spelled = (entries: readonly { readonly spelled: string }[]): string[] =>
  [...new Set(entries.map((each) => each.spelled))].toSorted();

test('every single slip in a name that matters is like it', () => {
  for (const name of ['Eliquis', 'Coumadin', 'ticagrelor', 'Advil']) {
    const unlike = singleEdits(name).filter((edit) => !spelled(one(foldName(edit))).includes(name));
    expect(unlike).toEqual([]);
  }
});

test('names that no rule concerns are no matter', () => {
  expect(one('tylenoll')).toEqual([]);
});

test('many names at once are like the same as one by one', () => {
  const { keys } = smallVocabulary.names;
  const slip = fc.tuple(fc.constantFrom(...keys), fc.nat(12), fc.constantFrom('', 'x', 'e', 'll'));
  const texts = fc.array(
    slip.map(([key, at, letters]) => key.slice(0, at) + letters + key.slice(at + 1)),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(texts, (written) => {
      const many = likenessAmong(written, lexicon);
      expect(written.map((text) => spelled(many(text)))).toEqual(
        written.map((text) => spelled(one(text))),
      );
    }),
  );
});
