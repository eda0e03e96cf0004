import { describe, expect, test } from 'vitest';

import { lastApproved, versionsOf } from '../../../src/audit/approvals/versions.ts';

interface Entry {
  readonly by: string;
  readonly meaning: string;
  readonly proved?: string;
  readonly doubt?: string;
}

/** The versions of a rule with these entries: `meaning by/needed`, and ! where approved. */
function told(...entries: readonly Entry[]): string[] {
  return versionsOf(entries.map(full)).map(
    ({ meaning, by, needed, isApproved }) =>
      `${meaning} ${by.length}/${needed}${isApproved ? '!' : ''}`,
  );
}

function full({ by, meaning, proved, doubt }: Entry): Parameters<typeof versionsOf>[0][number] {
  return {
    rule: 'r',
    by,
    role: 'physician',
    on: '2026-11-01',
    meaning,
    wording: 'w',
    parts: {},
    follows: 'nothing',
    hash: 'h',
    isSealed: false,
    ...(proved === undefined ? {} : { not_looser_than: proved }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

describe('the approvals of a rule', () => {
  test('need one person the first time', () => {
    expect(told({ by: 'A', meaning: '1' })).toEqual(['1 1/1!']);
  });

  test('need two persons after a change of its meaning', () => {
    expect(told({ by: 'A', meaning: '1' }, { by: 'A', meaning: '2' })).toEqual(['1 1/1!', '2 1/2']);
    expect(
      told({ by: 'A', meaning: '1' }, { by: 'A', meaning: '2' }, { by: 'B', meaning: '2' }),
    ).toEqual(['1 1/1!', '2 2/2!']);
  });

  test('need one where the change was proved to be no looser than the last that was approved', () => {
    expect(told({ by: 'A', meaning: '1' }, { by: 'A', meaning: '2', proved: '1' })).toEqual([
      '1 1/1!',
      '2 1/1!',
    ]);
    // Version 2 was never approved, so that it is no looser than that says nothing.
    expect(
      told(
        { by: 'A', meaning: '1' },
        { by: 'A', meaning: '2' },
        { by: 'A', meaning: '3', proved: '2' },
      ),
    ).toEqual(['1 1/1!', '2 1/2', '3 1/2']);
  });

  test('are of two persons only under two names, however they are written', () => {
    expect(
      told(
        { by: 'Dr. A', meaning: '1' },
        { by: 'Dr. A', meaning: '2' },
        { by: ' dr a ', meaning: '2' },
      ),
    ).toEqual(['1 1/1!', '2 1/2']);
  });

  test('need two again when the rule goes back over a change that was approved', () => {
    expect(
      told(
        { by: 'A', meaning: '1' },
        { by: 'A', meaning: '2' },
        { by: 'B', meaning: '2' },
        { by: 'A', meaning: '1' },
      ).at(-1),
    ).toBe('1 1/2');
  });

  test('need one when it goes back before the change was approved', () => {
    expect(
      told({ by: 'A', meaning: '1' }, { by: 'A', meaning: '2' }, { by: 'A', meaning: '1' }).at(-1),
    ).toBe('1 1/1!');
  });

  test('need two persons for its removal, and one when it comes back after that', () => {
    expect(
      told(
        { by: 'A', meaning: '1' },
        { by: 'A', meaning: 'removed' },
        { by: 'B', meaning: 'removed' },
        { by: 'A', meaning: '2' },
      ),
    ).toEqual(['1 1/1!', 'removed 2/2!', '2 1/1!']);
  });

  test('leave out those that do not count', () => {
    expect(told({ by: 'A', meaning: '1', doubt: 'no key' })).toEqual([]);
  });
});

test('the last approved meaning is that of the last version with enough persons', () => {
  const versions = versionsOf([full({ by: 'A', meaning: '1' }), full({ by: 'A', meaning: '2' })]);
  expect(lastApproved(versions)).toBe('1');
  expect(lastApproved([])).toBeUndefined();
});
