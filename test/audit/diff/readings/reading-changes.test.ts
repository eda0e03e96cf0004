import { describe, expect, test } from 'vitest';

import { diffRules } from '../../../../src/audit/diff/diff.ts';
import type { Bench } from '../../../../src/audit/regions/bench.ts';
import { Recogniser } from '../../../../src/medicines/recogniser.ts';
import type { Vocabulary } from '../../../../src/medicines/vocabulary.ts';
import { bench } from '../../../support/audit-bench.ts';
import { smallVocabulary } from '../../../support/small-formulary.ts';

const plain = bench({
  rules: [
    {
      id: 'blood-thinner',
      each_medicine: [
        { class: 'anticoagulant' },
        { regimen: 'not known to be prophylactic' },
        { last_taken: 'less than 24 hours before the procedure' },
      ],
    },
  ],
});

function reading(vocabulary: Vocabulary): Bench {
  const { screener } = plain;
  return {
    ...plain,
    vocabulary,
    screener: { ...screener, recogniser: new Recogniser(vocabulary) },
  };
}

/** The small formulary in which what these words tell is told otherwise. */
function withPhrase(word: string, tells: Vocabulary['phrases'][number]['tells']): Vocabulary {
  const phrases = smallVocabulary.phrases.map((phrase) =>
    phrase.keys.includes(word) ? { ...phrase, tells } : phrase,
  );
  return { ...smallVocabulary, phrases };
}

describe('words of a line that are read otherwise', () => {
  test('are shown by a patient who is decided otherwise because of them', () => {
    const { changes } = diffRules(plain, reading(withPhrase('ppx', { regimen: 'therapeutic' })));
    expect(changes).toHaveLength(1);
    const [{ verdict, transitions } = { verdict: undefined, transitions: [] }] = changes;
    expect(verdict).toBe('changes');
    expect(new Set(transitions.map(({ direction }) => direction))).toEqual(new Set(['stricter']));
    expect(JSON.stringify(transitions[0]?.witness.answers)).toMatch(
      /"name":"(?:apixaban|warfarin|Eliquis) dvtppx"/,
    );
  });

  test('that bear on no rule here are not proved, for not every line can be tried', () => {
    const { changes, parts } = diffRules(plain, reading(withPhrase('po', { route: 'injection' })));
    expect(parts.map(({ kind }) => kind)).toEqual(['reading']);
    expect(changes.map(({ verdict, because }) => [verdict, because])).toEqual([
      ['not-proved', expect.stringMatching(/^\d+ of \d+ lines with it are read otherwise, and/)],
    ]);
  });

  test('are not looked for where the formularies are the same', () => {
    expect(diffRules(plain, reading(structuredClone(smallVocabulary)))).toMatchObject({
      parts: [],
      changes: [],
    });
  });
});

describe('names that are read otherwise by themselves', () => {
  test('are a change of their own', () => {
    const classes = smallVocabulary.classes.map((each) =>
      each.id === 'nsaid' ? { ...each, local: false as const } : each,
    );
    const { changes } = diffRules(plain, reading({ ...smallVocabulary, classes }));
    expect(changes.map(({ id }) => id)).toEqual(['class nsaid', 'names by themselves']);
  });
});
