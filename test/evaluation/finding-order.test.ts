import { describe, expect, test } from 'vitest';

import {
  inOrder,
  isAtLeast,
  mostRestrictive,
  mostUrgent,
} from '../../src/evaluation/finding-order.ts';
import type { Finding } from '../../src/evaluation/result.ts';

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return {
    rule,
    disposition: 'hold',
    urgency: 'routine',
    subject: 'aspirin',
    message: 'Wait.',
    because: {},
    sources: [],
    evidence: 'guideline',
    ...more,
  };
}

describe('findings in order', () => {
  test('have what is most restrictive first, an emergency above all', () => {
    const findings = [
      finding('a.note', { disposition: 'go' }),
      finding('b.contact', { disposition: 'contact-physician' }),
      finding('c.hold'),
      finding('d.now', { urgency: 'emergency' }),
    ];
    expect(inOrder(findings).map(({ rule }) => rule)).toEqual([
      'd.now',
      'c.hold',
      'b.contact',
      'a.note',
    ]);
  });

  test('say once what is the same to the last ground', () => {
    expect(inOrder([finding('a.hold'), finding('b.hold'), finding('a.hold')])).toHaveLength(2);
  });

  test('keep what rests on other grounds, or is about another medicine', () => {
    const findings = [
      finding('a.hold', { because: { hours_before: 3 } }),
      finding('a.hold', { because: { hours_before: 4 } }),
      finding('a.hold', { subject: 'warfarin' }),
    ];
    expect(inOrder(findings)).toHaveLength(3);
  });
});

test('without a finding it is a routine go', () => {
  expect([mostRestrictive([]), mostUrgent([])]).toEqual(['go', 'routine']);
});

test.each([
  ['hold', 'routine', true],
  ['hold', 'emergency', true],
  ['contact-physician', 'emergency', false],
  ['contact-physician', 'routine', false],
] as const)('%s, %s is at least a hold: %s', (disposition, urgency, expected) => {
  const least = { disposition: 'hold', urgency: 'routine' } as const;
  expect(isAtLeast({ disposition, urgency }, least)).toBe(expected);
});

test('what is less urgent is not at least the other, however restrictive it is', () => {
  const least = { disposition: 'contact-physician', urgency: 'same-day' } as const;
  expect(isAtLeast({ disposition: 'hold', urgency: 'routine' }, least)).toBe(false);
});
