import { describe, expect, test } from 'vitest';

import { signatureStatus } from '../../../src/audit/approvals/signature-status.ts';
import type { ReadApproval } from '../../../src/audit/approvals/read-approvals.ts';
import type { RuleParts } from '../../support/small-clinic.ts';
import { hash, signable, signedBy } from '../../support/small-signatures.ts';

const PARTS: RuleParts = {
  questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
  parameters: [{ id: 'limit', value: 38 }],
  rules: [
    { id: 'r', when: [{ fever: 'at least {limit}' }] },
    { id: 'other', when: [{ fever: 'at least 40' }] },
  ],
};
const LOOSER: RuleParts = { ...PARTS, parameters: [{ id: 'limit', value: 38.5 }] };
const REWORDED: RuleParts = {
  ...PARTS,
  rules: [
    { id: 'r', says: 'Another.', when: [{ fever: 'at least {limit}' }] },
    { id: 'other', when: [{ fever: 'at least 40' }] },
  ],
};

const SIGNED = signedBy('Dr A', ['r'], PARTS);

/** How it stands with rule `r`. */
function state(parts: RuleParts, approvals: readonly ReadApproval[]): string {
  const { rules } = signatureStatus(signable(parts), approvals, hash);
  const own = rules.find(({ rule }) => rule.id === 'r');
  return `${own?.state} ${own?.changed.join(', ')}`.trim();
}

describe('a rule', () => {
  test('that nobody approved is unsigned', () => {
    expect(state(PARTS, [])).toBe('unsigned');
  });

  test('that was approved as it stands is signed', () => {
    expect(state(PARTS, SIGNED)).toBe('signed');
  });

  test('whose parameter moved is stale in its meaning, and the parameter is named', () => {
    expect(state(LOOSER, SIGNED)).toBe('stale-meaning parameter limit');
  });

  test('whose words changed is stale in its wording', () => {
    expect(state(REWORDED, SIGNED)).toBe('stale-wording');
  });

  test('beside which another changed is signed as before', () => {
    const rules = [PARTS.rules?.[0] ?? {}, { id: 'other', when: [{ fever: 'at least 41' }] }];
    expect(state({ ...PARTS, rules }, SIGNED)).toBe('signed');
  });

  test('that changed waits for a second person, and is signed when that one has approved it', () => {
    const once = signedBy('Dr A', ['r'], LOOSER, { after: SIGNED });
    expect(state(LOOSER, once)).toBe('second-signature');
    const twice = signedBy('Dr B', ['r'], LOOSER, { after: once });
    expect(state(LOOSER, twice)).toBe('signed');
  });

  test('that changed and was proved to be no looser is signed by one', () => {
    const once = signedBy('Dr A', ['r'], LOOSER, { after: SIGNED, proves: true });
    expect(state(LOOSER, once)).toBe('signed');
  });

  test('that was signed with new words by one of the two is signed', () => {
    const parts = { ...REWORDED, parameters: LOOSER.parameters ?? [] };
    const once = signedBy('Dr A', ['r'], LOOSER, { after: SIGNED });
    expect(state(parts, signedBy('Dr B', ['r'], parts, { after: once }))).toBe('signed');
  });

  test('that is put back to words of before is stale again', () => {
    const twice = signedBy('Dr A', ['r'], REWORDED, { after: SIGNED });
    expect(state(PARTS, twice)).toBe('stale-wording');
  });
});

describe('the status', () => {
  test('counts every rule that is not signed as it stands', () => {
    expect(signatureStatus(signable(PARTS), [], hash).unsigned).toBe(2);
    expect(signatureStatus(signable(PARTS), SIGNED, hash).unsigned).toBe(1);
    expect(signatureStatus(signable(LOOSER), SIGNED, hash).unsigned).toBe(2);
  });

  test('names a rule that was signed and is gone, until two persons have approved that', () => {
    const without = { ...PARTS, rules: PARTS.rules?.slice(1) ?? [] };
    const removed = (approvals: readonly ReadApproval[]): unknown =>
      signatureStatus(signable(without), approvals, hash).removed;
    expect(removed(SIGNED)).toEqual([{ rule: 'r', by: [] }]);
    const once = signedBy('Dr A', ['r'], without, { after: SIGNED });
    expect(removed(once)).toEqual([{ rule: 'r', by: ['Dr A'] }]);
    expect(removed(signedBy('Dr B', ['r'], without, { after: once }))).toEqual([]);
  });
});
