import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isReference, parsePhrase, PHRASES, type Test } from '../../src/rules/phrase.ts';

const HOURS_72 = { count: 72, unit: 'hours' };

describe('a phrase', () => {
  test.each([
    ['yes', { is: 'one-of', values: [true] }],
    ['no', { is: 'one-of', values: [false] }],
    ['type-1', { is: 'one-of', values: ['type-1'] }],
    ['type-1 or type-2 or other', { is: 'one-of', values: ['type-1', 'type-2', 'other'] }],
    ['one of {unlikely}', { is: 'one-of', values: { ref: 'unlikely' } }],
    ['includes ketones', { is: 'includes', values: ['ketones'] }],
    ['includes vomiting or ketones', { is: 'includes', values: ['vomiting', 'ketones'] }],
    ['counts at least 2', { is: 'count', op: 'at-least', amount: 2 }],
    ['counts less than {most}', { is: 'count', op: 'less-than', amount: { ref: 'most' } }],
    ['at least 8.0', { is: 'number', op: 'at-least', amount: 8 }],
    ['at most 1.5', { is: 'number', op: 'at-most', amount: 1.5 }],
    ['more than -3', { is: 'number', op: 'more-than', amount: -3 }],
    [
      'less than {risk.age-years}',
      { is: 'number', op: 'less-than', amount: { ref: 'risk.age-years' } },
    ],
    [
      'less than 72 hours before the procedure',
      { is: 'time', op: 'nearer', side: 'before', amount: HOURS_72 },
    ],
    [
      'at least 72 hours before the procedure',
      { is: 'time', op: 'at-least', side: 'before', amount: HOURS_72 },
    ],
    [
      'more than 72 hours before the procedure',
      { is: 'time', op: 'further', side: 'before', amount: HOURS_72 },
    ],
    [
      'less than {hold} before the procedure',
      { is: 'time', op: 'nearer', side: 'before', amount: { ref: 'hold' } },
    ],
    [
      'within 72 hours before the procedure',
      { is: 'time', op: 'within', side: 'before', amount: HOURS_72 },
    ],
    [
      'within 72 hours after the procedure',
      { is: 'time', op: 'within', side: 'after', amount: HOURS_72 },
    ],
    ['on the day of the procedure', { is: 'on-the-day' }],
    ['after the last dose', { is: 'after-last-dose' }],
    ['answered', { is: 'answered' }],
  ] as const)('`%s` is read', (text, expected) => {
    expect(parsePhrase(text)).toEqual(expected);
  });

  test.each([
    ['not answered', { is: 'answered', negated: true }],
    ['known to be yes', { is: 'one-of', values: [true], known: true }],
    [
      'not known to be at least 8',
      { is: 'number', op: 'at-least', amount: 8, known: true, negated: true },
    ],
    ['not on the day of the procedure', { is: 'on-the-day', negated: true }],
  ] as const)('`%s` is read with what stands before it', (text, expected) => {
    expect(parsePhrase(text)).toEqual(expected);
  });

  test.each([
    '',
    ' yes',
    'Yes',
    'yes, or no',
    'type-1  or type-2',
    'type-1 or',
    'not not yes',
    'known to be not yes',
    'at least',
    'at least much',
    'at least 8 mg',
    'greater than 8',
    'above 8',
    'equals 8',
    'less than 72 parsecs before the procedure',
    'less than 1.5 months before the procedure',
    'less than 72 hours after the procedure',
    'at most 72 hours before the procedure',
    'within 72 hours of the procedure',
    'less than 72 before the procedure',
    'includes a and b',
    'counts 2',
    'one of {a b}',
    'on the day before the procedure',
  ])('`%s` is none', (text) => {
    expect(parsePhrase(text)).toBeUndefined();
  });
});

describe('the list of phrases', () => {
  test('has an example of each that is read', () => {
    expect(PHRASES.filter(({ example }) => parsePhrase(example) === undefined)).toEqual([]);
  });

  test('has an example of each that no other phrase reads first', () => {
    const misread = PHRASES.filter(
      ({ example }, index) => PHRASES.findIndex(({ pattern }) => pattern.test(example)) !== index,
    );
    expect(misread).toEqual([]);
  });

  test('reads a negation as the same test turned round', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PHRASES.map(({ example }) => example)), (example) => {
        expect(parsePhrase(`not ${example}`)).toEqual({ ...parsePhrase(example), negated: true });
      }),
    );
  });

  test('reads whatever number is compared as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 100_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, part) => {
          const amount = `${whole}.${String(part).padStart(2, '0')}`;
          expect(parsePhrase(`at least ${amount}`)).toEqual({
            is: 'number',
            op: 'at-least',
            amount: Number(amount),
          });
        },
      ),
    );
  });
});

test.each([
  [{ ref: 'hold' }, true],
  [{ count: 1, unit: 'days' }, false],
  [['a'], false],
  [8, false],
  [null, false],
  [undefined, false],
] as const)('%j names a value elsewhere: %s', (value, expected) => {
  expect(isReference(value)).toBe(expected);
});

test('a test says nothing of what was not written', () => {
  const read: Test | undefined = parsePhrase('yes');
  expect(Object.keys(read ?? {})).toEqual(['is', 'values']);
});
