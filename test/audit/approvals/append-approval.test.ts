import { expect, test } from 'vitest';

import { appendApproval } from '../../../src/audit/approvals/append-approval.ts';
import type { RuleParts } from '../../support/small-clinic.ts';
import { signedBy } from '../../support/small-signatures.ts';

const PARTS: RuleParts = {
  questions: [{ id: 'fever', type: 'yes-no' }],
  rules: ['a', 'b'].map((id) => ({ id, when: [{ fever: 'yes' }] })),
};

const [a, b] = signedBy('Dr A', ['a', 'b'], PARTS).map(
  ({ isSealed: _isSealed, ...entry }) => entry,
);
if (!a || !b) throw new Error('two entries are made');

test('the first approval makes a file that says what it is', () => {
  const text = appendApproval(undefined, a);
  expect(text).toMatch(/^# yaml-language-server: /);
  expect(text).toContain('\napprovals:\n  - rule: a\n    by: Dr A\n');
});

test('what stood in the file stays as it was, comments and order too', () => {
  const before = appendApproval(undefined, a).replace(
    '  - rule: a\n',
    '  # Signed in the meeting of November.\n  - rule: a # of fever\n',
  );
  const after = appendApproval(before, b);
  expect(after.startsWith(before)).toBe(true);
  expect(after.slice(before.length)).toMatch(/^ {2}- rule: b\n/);
});

test('a comment of any length stays on its line', () => {
  const comment = 'word '.repeat(60).trim();
  const text = appendApproval(undefined, { ...a, comment });
  expect(text).toContain(`\n    comment: ${comment}\n`);
});
