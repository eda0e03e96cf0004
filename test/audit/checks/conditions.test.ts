import { describe, expect, test } from 'vitest';

import { missingBoundaryExample } from '../../../src/audit/checks/missing-boundary-example.ts';
import { unknownAsNo } from '../../../src/audit/checks/unknown-as-no.ts';
import { unreachableCondition } from '../../../src/audit/checks/unreachable-condition.ts';
import { messages } from '../../support/small-audit.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const questions = [
  { id: 'temperature', type: 'number', between: [30, 45] },
  { id: 'fever', type: 'yes-no' },
];
const healthy = { temperature: 37, fever: false };
const example = (temperature: number, expected: string): object => ({
  name: String(temperature),
  given: { temperature },
  expect: expected,
});

function warm(when: readonly object[], more: object = {}): RuleParts {
  return { questions, healthy, rules: [{ id: 'warm', when, ...more }] };
}

describe('missing-boundary-example', () => {
  const when = [{ temperature: 'at least 38' }];

  test('finds the side of a threshold that no example comes near', () => {
    const examples = [example(38, 'fires'), example(36, 'does not fire')];
    expect(messages(missingBoundaryExample, warm(when, { examples }))).toEqual([
      '`warm` has no example with `temperature: at least 38` between 37.9 and 38',
    ]);
  });

  test('stays quiet where both sides have one', () => {
    const examples = [example(38, 'fires'), example(37.9, 'does not fire')];
    expect(messages(missingBoundaryExample, warm(when, { examples }))).toEqual([]);
  });
});

describe('unreachable-condition', () => {
  test('finds a condition that every patient meets who comes so far', () => {
    const when = [
      { temperature: 'at least 39' },
      { any: [{ temperature: 'at least 38' }, { fever: 'yes' }] },
    ];
    expect(messages(unreachableCondition, warm(when))).toContain(
      '`warm` decides the same without `temperature: at least 38`',
    );
  });

  test('finds one that nobody can meet', () => {
    const when = [{ any: [{ temperature: 'more than 45' }, { fever: 'yes' }] }];
    expect(messages(unreachableCondition, warm(when))).toEqual([
      '`warm` decides the same without `temperature: more than 45`',
    ]);
  });

  test('stays quiet on conditions that decide, whether an example shows it or not', () => {
    expect(
      messages(unreachableCondition, warm([{ temperature: 'at least 38' }, { fever: 'yes' }])),
    ).toEqual([]);
  });
});

describe('unknown-as-no', () => {
  test('finds an exception that also holds when nobody knows', () => {
    const unless = [{ fever: 'not known to be yes' }];
    expect(messages(unknownAsNo, warm([{ temperature: 'at least 38' }], { unless }))).toEqual([
      '`warm` is excused by `fever: not known to be yes`, also when nobody knows it',
    ]);
    const none = [{ none: [{ fever: 'not known to be yes' }] }];
    expect(messages(unknownAsNo, warm(none))).toHaveLength(1);
  });

  test('stays quiet on an exception that must be known, on a condition, and on a note', () => {
    const unless = [{ fever: 'known to be yes' }];
    expect(messages(unknownAsNo, warm([{ fever: 'not known to be no' }], { unless }))).toEqual([]);
    const note = { unless: [{ fever: 'not known to be yes' }], outcome: 'go' };
    expect(messages(unknownAsNo, warm([{ temperature: 'at least 38' }], note))).toEqual([]);
  });
});
