import { describe, expect, test } from 'vitest';

import { expiredSource } from '../../../src/audit/checks/expired-source.ts';
import { missingSource } from '../../../src/audit/checks/missing-source.ts';
import { messages } from '../../support/small-audit.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const source = (id: string, more: object) => ({
  id,
  authors: 'A. Author',
  year: 2020,
  title: 'A book',
  checked: 'read',
  ...more,
});

function citing(more: object, rule: object = {}): RuleParts {
  return {
    questions: [{ id: 'fever', type: 'yes-no' }],
    sources: [source('own', more)],
    rules: [
      { id: 'warm', when: [{ fever: 'yes' }], sources: [{ id: 'own', section: 'p. 1' }], ...rule },
    ],
  };
}

describe('missing-source', () => {
  test('finds a rule on a guideline that nobody could look up', () => {
    expect(messages(missingSource, citing({}))).toEqual([
      '`warm` is said to rest on a guideline, and none of its sources can be looked up',
    ]);
  });

  test('stays quiet on a source with an address, and on a clinic’s own policy', () => {
    expect(messages(missingSource, citing({ url: 'https://example.org' }))).toEqual([]);
    expect(messages(missingSource, citing({}, { evidence: 'clinic-policy' }))).toEqual([]);
  });
});

describe('expired-source', () => {
  test('finds a rule on a source past its date, and on one that was superseded', () => {
    expect(messages(expiredSource, citing({ valid_until: '2026-11-23' }))).toEqual([
      '`warm` cites `own`, which is valid until 2026-11-23',
    ]);
    expect(messages(expiredSource, citing({ superseded_by: 'book' }))).toEqual([
      '`warm` cites `own`, which is superseded by `book`',
    ]);
  });

  test('stays quiet on the last day', () => {
    expect(messages(expiredSource, citing({ valid_until: '2026-11-24' }))).toEqual([]);
  });
});
