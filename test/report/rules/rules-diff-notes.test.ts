import { describe, expect, test } from 'vitest';

import { diffRules, type RulesDiff } from '../../../src/audit/diff/diff.ts';
import {
  DIFF_KINDS,
  rulesDiffCases,
  rulesDiffNotes,
} from '../../../src/report/rules/rules-diff-notes.ts';
import { bench } from '../../support/audit-bench.ts';

const questions = [{ id: 'temperature', type: 'number', between: [30, 45] }];
const rules = (limit: number): { id: string; when: object[] }[] => [
  { id: 'fever', when: [{ temperature: `at least ${limit}` }] },
  { id: 'chill', when: [{ temperature: 'at most 31' }] },
];
const healthy = { temperature: 36.7 };
const diff = diffRules(
  bench({ questions, healthy, rules: rules(38) }),
  bench({ questions, healthy, rules: rules(39) }),
);
const SPAN = { source: { file: 'rules.yaml', text: '' }, start: 0, end: 0 };

const open: RulesDiff = {
  ...diff,
  changes: [
    {
      id: 'fever',
      verdict: 'not-proved',
      transitions: [],
      regions: 9,
      because: 'only the first 9 regions were looked at',
    },
    { id: 'chill', verdict: 'cosmetic', transitions: [], regions: 3 },
  ],
};

describe('a difference as notes', () => {
  test('a loosening is an error at its rule, with the patient in its text', () => {
    expect(rulesDiffNotes(diff, () => SPAN)).toEqual([
      {
        code: 'rules-diff.looser',
        level: 'error',
        about: 'fever',
        span: SPAN,
        lines: [
          'fever: HOLD -> GO',
          'for example the healthy patient with temperature: 38',
          expect.stringMatching(/^- HOLD: /),
        ],
      },
    ]);
  });

  test('what is not proved is an error too, and what is proved the same is no note', () => {
    expect(rulesDiffNotes(open, () => undefined)).toEqual([
      {
        code: 'rules-diff.not-proved',
        level: 'error',
        about: 'fever',
        lines: ['fever: NOT PROVED: only the first 9 regions were looked at'],
      },
    ]);
  });

  test('every code is explained', () => {
    const codes = [...rulesDiffNotes(diff, () => SPAN), ...rulesDiffNotes(open, () => SPAN)].map(
      ({ code }) => code,
    );
    expect(codes.filter((code) => !DIFF_KINDS.has(code))).toEqual([]);
  });
});

describe('a difference as cases', () => {
  test('a rule that decides otherwise fails, and one that was not decided is an error', () => {
    expect(rulesDiffCases(diff)).toMatchObject([
      { name: 'fever', trouble: { is: 'failure', type: 'looser' } },
    ]);
    expect(rulesDiffCases(open).map(({ name, trouble }) => [name, trouble?.is])).toEqual([
      ['fever', 'error'],
      ['chill', undefined],
    ]);
  });
});
