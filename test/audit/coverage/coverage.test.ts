import { describe, expect, test } from 'vitest';

import type { TargetKind } from '../../../src/audit/coverage/target.ts';
import { covered } from '../../support/small-coverage.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const questions = [
  { id: 'temperature', type: 'number', between: [30, 45] },
  { id: 'infection', type: 'yes-no' },
];
const healthy = { temperature: 36.7, infection: false };

function feverRule(...examples: readonly object[]): RuleParts {
  const when = [{ temperature: 'at least 38.0' }, { infection: 'yes' }];
  return { questions, healthy, rules: [{ id: 'fever', when, examples }] };
}

const example = (name: string, given: object, expected: string): object => ({
  name,
  given,
  expect: expected,
});
const FIRES = example('fires', { temperature: 38, infection: true }, 'fires');
const BELOW = example('below', { temperature: 37.9, infection: true }, 'does not fire');
const WELL = example('well', { temperature: 38, infection: false }, 'does not fire');

/** What of a kind is not shown. */
function missing(kind: TargetKind, parts: RuleParts): string[] {
  const { coverage } = covered(parts);
  return coverage.shown.flatMap(({ target, by }) =>
    target.kind === kind && !by ? [target.says] : [],
  );
}

describe('the coverage of a rule', () => {
  test('has a pair of examples for each condition that decides by itself', () => {
    expect(missing('decisions', feverRule(FIRES, BELOW, WELL))).toEqual([]);
    expect(missing('decisions', feverRule(FIRES, BELOW))).toEqual([
      '`infection: yes` not met, deciding',
    ]);
  });

  test('does not count a condition that fails beside another that fails too', () => {
    const both = example('neither', {}, 'does not fire');
    const parts = feverRule(FIRES, both);
    expect(missing('conditions', parts)).toEqual([]);
    expect(missing('decisions', parts)).toHaveLength(2);
  });

  test('needs an example within one unit on each side of a threshold', () => {
    expect(missing('thresholds', feverRule(FIRES, BELOW))).toEqual([]);
    const far = [
      example('high', { temperature: 40, infection: true }, 'fires'),
      example('low', { temperature: 36, infection: true }, 'does not fire'),
    ];
    expect(missing('thresholds', feverRule(...far))).toEqual([
      '`temperature: at least 38` between 37.9 and 38',
      '`temperature: at least 38` between 38 and 38.1',
    ]);
  });

  test('tells an answer that was declined from one that was not asked', () => {
    const declined = example('declined', { temperature: 39, infection: 'declined' }, 'does not fire');
    const states = missing('states', feverRule(FIRES, declined));
    expect(states).toContain('`infection` not asked');
    expect(states).not.toContain('`infection` declined');
  });

  test('counts what a whole-patient case shows', () => {
    const parts = {
      ...feverRule(FIRES, BELOW),
      cases: [{ name: 'well', given: { temperature: 38 }, expect: { disposition: 'go' } }],
    };
    expect(missing('decisions', parts)).toEqual([]);
  });

  test('does not count the example of another rule', () => {
    const other = { id: 'other', when: [{ infection: 'yes' }], examples: [FIRES, BELOW, WELL] };
    const parts = feverRule();
    expect(missing('verdicts', { ...parts, rules: [...(parts.rules ?? []), other] })).toContain(
      'fires',
    );
  });
});

describe('the coverage of a table', () => {
  const tables = [
    {
      id: 'waits',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [{ drug: ['apixaban', 'warfarin'], values: { hold: '72 hours' } }],
    },
  ];
  const wait = (...examples: readonly object[]): RuleParts => ({
    tables,
    rules: [
      {
        id: 'wait',
        each_medicine: [{ in_table: 'waits' }, { last_taken: 'less than {hold} before the procedure' }],
        examples,
      },
    ],
  });
  const taken = (name: string, at: string, expected: string): object =>
    example(`${name} ${at}`, { medications: [{ name, last_taken: at }] }, expected);
  const NEAR = taken('apixaban', '2026-11-21T09:01', 'fires');
  const AT = taken('apixaban', '2026-11-21T09:00', 'does not fire');

  test('asks for both sides of a time, and for each name of the line', () => {
    expect(missing('boundaries', wait(NEAR))).toHaveLength(1);
    expect(missing('boundaries', wait(NEAR, AT))).toEqual([]);
    expect(missing('lines', wait(NEAR, AT))).toEqual(['`warfarin` in its line']);
  });

  test('offers an example of another medicine, turned to the one that is missing', () => {
    const { gaps } = covered(wait(NEAR, AT));
    const offered = gaps.flatMap(({ suggested }) =>
      suggested.is === 'example' ? [suggested.suggestion.given] : [],
    );
    expect(offered).toContainEqual({
      medications: [{ name: 'warfarin', last_taken: '2026-11-21T09:01' }],
    });
  });
});

describe('what is not covered', () => {
  test('comes with a patient who shows it, and with what the rule says of that patient', () => {
    const { gaps } = covered(feverRule(FIRES, BELOW));
    const gap = gaps.find(({ targets }) => targets.some(({ kind }) => kind === 'decisions'));
    expect(gap?.suggested).toMatchObject({
      is: 'example',
      suggestion: { rule: 'fever', expect: 'does not fire' },
    });
  });

  test('is proved impossible where no patient can show it', () => {
    const when = [{ temperature: 'at least 38.0' }, { temperature: 'at least 37.0' }];
    const rules = [{ id: 'fever', when, examples: [FIRES, BELOW] }];
    const { gaps } = covered({ questions, healthy, rules });
    const impossible = gaps.filter(({ suggested }) => suggested.is === 'impossible');
    expect(impossible.flatMap(({ targets }) => targets.map(({ says }) => says))).toContain(
      '`temperature: at least 37` not met, deciding',
    );
  });
});
