import { describe, expect, test } from 'vitest';

import { appendApproval } from '../../../src/audit/approvals/append-approval.ts';
import { approve } from '../../../src/audit/approvals/approve.ts';
import { hashOf, readApprovals, samePerson } from '../../../src/audit/approvals/read-approvals.ts';
import type { RuleParts } from '../../support/small-clinic.ts';
import { hash, signable } from '../../support/small-signatures.ts';

const PARTS: RuleParts = {
  questions: [{ id: 'fever', type: 'yes-no' }],
  rules: ['a', 'b', 'c'].map((id) => ({ id, when: [{ fever: 'yes' }] })),
};

/** A file with approvals of three rules; whoever seals writes the key and the text. */
function file(key?: string): string {
  const { entries } = approve(
    ['a', 'b', 'c'],
    {
      by: 'Dr A',
      role: 'physician',
      on: '2026-11-01',
      ...(key === undefined ? {} : { seal: (text: string) => sealOf(key, text) }),
    },
    { rules: signable(PARTS), approvals: [], hash, isNoLooser: () => false },
  );
  let text: string | undefined;
  for (const entry of entries) text = appendApproval(text, entry);
  return text ?? '';
}

function sealOf(key: string, text: string): string {
  return Buffer.from(`${key} ${text}`).toString('base64');
}

const SEALS = {
  hash,
  isSigned: (text: string, signature: string, key: string) => signature === sealOf(key, text),
};

type Approvers = Parameters<typeof readApprovals>[1]['approvers'];

function read(text: string, approvers: Approvers = []): ReturnType<typeof readApprovals> {
  return readApprovals({ file: 'approvals.yaml', text }, { approvers }, SEALS);
}

/** The faults, each with the rule whose entry it points at. */
function faults(text: string, approvers: Approvers = []): string[] {
  const result = read(text, approvers);
  if (result.ok) return [];
  return result.diagnostics.map(({ code, span }) => {
    const at = /rule: (\w+)/.exec(text.slice(span.start, span.end))?.[1] ?? '';
    return `${code} ${at}`.trim();
  });
}

/** The file without one of its entries. */
function without(rule: string): string {
  return file()
    .split(/(?=^ {2}- rule: )/m)
    .filter((entry) => !entry.startsWith(`  - rule: ${rule}\n`))
    .join('');
}

describe('the chain', () => {
  test('of what was written holds', () => {
    const result = read(file());
    expect(result.ok && result.value.map(({ rule }) => rule)).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['a person', 'by: Dr A', 'by: Dr X'],
    ['a day', 'on: 2026-11-01', 'on: 2026-11-02'],
    ['a digest', /meaning: sha256:./, 'meaning: sha256:0'],
    ['a part', /rule: [0-9a-f]{12}/, 'rule: abcdefabcdef'],
  ])('names the entry in which %s was altered', (_, from, to) => {
    const entries = file().split(/(?=^ {2}- rule: )/m);
    const altered = entries.map((entry, index) => (index === 2 ? entry.replace(from, to) : entry));
    expect(altered.join('')).not.toBe(file());
    expect(faults(altered.join(''))).toEqual(['altered-approval b']);
  });

  test('names the entry before which one was left out', () => {
    expect(faults(without('b'))).toEqual(['broken-chain c']);
    expect(faults(without('a'))).toEqual(['broken-chain b']);
  });

  test('names the entries that were moved', () => {
    const [head, a, b, c] = file().split(/(?=^ {2}- rule: )/m);
    expect(faults([head, b, a, c].join(''))).toEqual([
      'broken-chain b',
      'broken-chain a',
      'broken-chain c',
    ]);
  });

  test('that was rewritten from an entry on breaks at the next', () => {
    const honest = read(file());
    const entry = honest.ok ? honest.value[0] : undefined;
    if (!entry) throw new Error('there is no entry');
    const { isSealed: _isSealed, ...said } = entry;
    const forged = file()
      .replace('by: Dr A', 'by: Dr X')
      .replace(`hash: ${entry.hash}`, `hash: ${hashOf({ ...said, by: 'Dr X' }, hash)}`);
    expect(faults(forged)).toEqual(['broken-chain b']);
  });
});

describe('a signature', () => {
  const KEYS = [{ name: 'Dr A', key: 'K' }];

  test('counts when it was made with the key that the site lists', () => {
    const result = read(file('K'), KEYS);
    expect(result.ok && result.value.map(({ isSealed, doubt }) => [isSealed, doubt])).toEqual(
      ['a', 'b', 'c'].map(() => [true, undefined]),
    );
  });

  test('that was made with another key names the entry', () => {
    expect(faults(file('L'), KEYS)).toEqual([
      'forged-approval a',
      'forged-approval b',
      'forged-approval c',
    ]);
  });

  test('that is missing, or of somebody without a key, does not count where the site lists keys', () => {
    const doubts = (text: string, approvers: Approvers): unknown => {
      const result = read(text, approvers);
      return result.ok ? result.value[0]?.doubt : result.diagnostics;
    };
    expect(doubts(file(), KEYS)).toBe('not signed with a key, and the site lists keys');
    expect(doubts(file('K'), [{ name: 'Dr B', key: 'K' }])).toBe('the site lists no key of Dr A');
    expect(doubts(file(), [])).toBeUndefined();
  });
});

test.each([
  ['Dr A. Example', 'dr  a example', true],
  ['Dr A. Example', 'Dr B. Example', false],
])('%s and %s are the same person: %s', (a, b, same) => {
  expect(samePerson(a, b)).toBe(same);
});
