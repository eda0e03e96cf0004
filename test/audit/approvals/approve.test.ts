import { describe, expect, test } from 'vitest';

import { approve } from '../../../src/audit/approvals/approve.ts';
import type { RuleParts } from '../../support/small-clinic.ts';
import { digests, hash, signable, signedBy } from '../../support/small-signatures.ts';

const PARTS: RuleParts = {
  questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
  rules: [
    { id: 'r', when: [{ fever: 'at least 38' }] },
    { id: 'other', when: [{ fever: 'at least 40' }] },
  ],
};
const CHANGED: RuleParts = { ...PARTS, rules: [{ id: 'r', when: [{ fever: 'at least 39' }] }] };

describe('an approval', () => {
  test('names the person, the day, and the digests of the rule as it stands', () => {
    const [entry] = signedBy('Dr A', ['r'], PARTS);
    const { meaning, wording, parts } = digests(PARTS);
    expect(entry).toMatchObject({
      rule: 'r',
      by: 'Dr A',
      role: 'physician',
      on: '2026-11-01',
      follows: 'nothing',
      meaning,
      wording,
      parts,
    });
  });

  test('carries the hash of the one before', () => {
    const [first, second] = signedBy('Dr A', ['r', 'other'], PARTS);
    expect(second?.follows).toBe(first?.hash);
    const [, , third] = signedBy('Dr B', ['r'], PARTS, {
      after: [first, second].filter((each) => each !== undefined),
    });
    expect(third?.follows).toBe(second?.hash);
  });

  test('is not given twice by the same person for the same text', () => {
    const once = signedBy('Dr A', ['r'], PARTS);
    expect(signedBy('dr a', ['r', 'r'], PARTS, { after: once })).toEqual(once);
  });

  test('is sealed with the key of the person, over its hash', () => {
    const { entries } = approve(
      ['r'],
      { by: 'A', role: 'R', on: '2026-11-01', seal: (text) => `sealed ${text}` },
      { rules: signable(PARTS), approvals: [], hash, isNoLooser: () => false },
    );
    expect(entries[0]?.signature).toBe(`sealed ${entries[0]?.hash}`);
  });

  test('asks for a proof only of a change since the rule was approved, and says than what it is no looser', () => {
    const asked: unknown[] = [];
    const by = (parts: RuleParts, approvals = signedBy('Dr A', ['r'], PARTS)): unknown =>
      approve(
        ['r'],
        { by: 'Dr B', role: 'R', on: '2026-11-01' },
        {
          rules: signable(parts),
          approvals,
          hash,
          isNoLooser: (...question) => asked.push(question) > 0,
        },
      ).entries[0]?.not_looser_than;
    expect([by(PARTS, []), by(PARTS), asked]).toEqual([undefined, undefined, []]);
    expect(by(CHANGED)).toBe(digests(PARTS).meaning);
    expect(asked).toEqual([['r', digests(PARTS).meaning]]);
  });
});
