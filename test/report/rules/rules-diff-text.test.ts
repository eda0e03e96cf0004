import { describe, expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { rulesDiffMarkdown } from '../../../src/report/rules/rules-diff-markdown.ts';
import { inOrder, rulesDiffText } from '../../../src/report/rules/rules-diff-text.ts';
import { bench } from '../../support/audit-bench.ts';

const questions = [{ id: 'temperature', type: 'number', between: [30, 45] }];
const rules = (limit: number): { id: string; when: object[] }[] => [
  { id: 'fever', when: [{ temperature: `at least ${limit}` }] },
];
const nowhere = (): undefined => undefined;
const healthy = { temperature: 36.7 };
const diff = diffRules(
  bench({ questions, healthy, rules: rules(38) }),
  bench({ questions, healthy, rules: rules(39) }),
);

describe('a difference in words', () => {
  const text = rulesDiffText(diff, PLAIN, nowhere);

  test('shows what was written before and what is now', () => {
    expect(text).toContain('when: temperature: at least 38');
    expect(text).toContain('when: temperature: at least 39');
  });

  test('names the change, the rule and one such patient', () => {
    expect(text).toContain('LOOSER    fever: HOLD -> GO');
    expect(text).toContain('for example: the healthy patient with temperature: 38');
  });

  test('says that nobody else changes, and why', () => {
    expect(text).toContain('PROVED: no patient outside the conditions of fever changes.');
  });

  test('is a table in Markdown', () => {
    expect(rulesDiffMarkdown(diff, nowhere)).toContain('| **looser** | `fever` | HOLD | GO |');
  });

  test('names the place of what is written', () => {
    const at = (): string => 'rules/infection.yaml:4:5';
    expect(rulesDiffText(diff, PLAIN, at)).toContain('rule fever\n    rules/infection.yaml:4:5\n');
    expect(rulesDiffMarkdown(diff, at)).toContain('- rule `fever` (rules/infection.yaml:4:5)');
  });

  test('says of a change of words that nobody is decided otherwise', () => {
    const [before, after] = ['Fever.', 'A fever.'].map((message) =>
      bench({
        questions,
        healthy,
        rules: [{ id: 'fever', when: [{ temperature: 'at least 38' }], message }],
      }),
    );
    if (!before || !after) throw new Error('two rule sets');
    const words = diffRules(before, after);
    const said = rulesDiffText(words, PLAIN, nowhere);
    expect(said).toContain('TOLD OTHERWISE  fever: HOLD, as before');
    expect(said).toContain('PROVED: nobody is decided otherwise.');
    expect(rulesDiffMarkdown(words, nowhere)).toContain(
      '| told otherwise | `fever` | HOLD | HOLD |',
    );
  });

  test('says so when nobody is concerned', () => {
    const cited = { ...diff, changes: [], untouched: 1 };
    expect(rulesDiffText(cited, PLAIN, nowhere)).toContain('decided differently\n  Nobody.\n');
  });

  test('tells once of a patient whom two rules change in the same way', () => {
    const [fever] = diff.changes;
    if (!fever) throw new Error('no change');
    const twice = { ...diff, changes: [fever, { ...fever, id: 'heat' }] };
    const said = rulesDiffText(twice, PLAIN, nowhere);
    expect(said).toContain('LOOSER    fever, heat: HOLD -> GO');
    expect(said.match(/for example/g)).toHaveLength(1);
  });

  test('begins with the patient who is most like the healthy one', () => {
    const [fever] = diff.changes;
    const [loosened] = fever?.transitions ?? [];
    if (!fever || !loosened) throw new Error('no change');
    const answers = { ...loosened.witness.answers, other: 'answer' };
    const odd = {
      ...fever,
      id: 'first',
      transitions: [{ ...loosened, witness: { ...loosened.witness, answers } }],
    };
    expect(inOrder([odd, fever]).map(({ id }) => id)).toEqual(['fever', 'first']);
  });

  test('is one line when there is none', () => {
    expect(
      rulesDiffText(
        { parts: [], changes: [], untouched: 1, rules: 1, procedureAt: '' },
        PLAIN,
        nowhere,
      ),
    ).toBe('No differences.\n');
  });
});
