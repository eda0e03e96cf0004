import { describe, expect, test } from 'vitest';

import { missingExample } from '../../../src/audit/checks/missing-example.ts';
import { found } from '../../support/small-audit.ts';

const questions = [{ id: 'fever', type: 'yes-no' }];
const FIRES = { name: 'a fever', given: { fever: true }, expect: 'fires' };
const QUIET = { name: 'no fever', given: { fever: false }, expect: 'does not fire' };
const OPEN = { name: 'not asked', given: {}, expect: 'cannot tell' };

const rule = (id: string, examples: readonly object[]) => ({
  id,
  when: [{ fever: 'yes' }],
  examples,
});

describe('missing-example', () => {
  test('finds a rule without an example that fires, and one without an example that does not', () => {
    const rules = [
      rule('only-quiet', [QUIET, OPEN]),
      rule('only-fires', [FIRES, OPEN]),
      rule('whole', [FIRES, QUIET]),
    ];
    expect(found(missingExample, { questions, rules })).toEqual([
      { message: '`only-fires` has no example that does not fire', at: 'only-fires' },
      { message: '`only-quiet` has no example that fires', at: 'only-quiet' },
    ]);
  });

  test('finds both of a rule that has none', () => {
    expect(found(missingExample, { questions, rules: [rule('bare', [])] })).toHaveLength(2);
  });

  test('stays quiet on a rule with both', () => {
    expect(found(missingExample, { questions, rules: [rule('whole', [QUIET, FIRES])] })).toEqual(
      [],
    );
  });
});
