/** @module-tag long */
import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { shipped } from '../../support/shipped.ts';
import { smallFolder } from '../../support/small-folder.ts';

const PARTS = {
  questions: [{ id: 'fever', type: 'yes-no' }],
  rules: ['early', 'late'].map((id) => ({
    id,
    when: [{ fever: 'yes' }],
    review_by: id === 'early' ? '2026-11-23' : '2027-11-24',
  })),
};

describe('rules status', () => {
  test('of the shipped rules says that nobody has signed them', async () => {
    const { code, stdout, stderr } = await run(['rules', 'status']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const count = shipped.ruleSet.rules.length;
    expect(stdout).toContain(`Not signed (${count})`);
    expect(stdout).toContain(`\n${count} rules: ${count} not signed.\n`);
    for (const { id } of shipped.ruleSet.rules) expect(stdout).toContain(id);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    [[], ['early']],
    [['--as-of', '2026-11-23'], []],
    [
      ['--as-of', '2027-11-25'],
      ['early', 'late'],
    ],
  ])('tells which rules are past their review date %j', async (more, due) => {
    const { inForce } = smallFolder(PARTS);
    const { json } = await runJson(['rules', 'status', ...more, ...inForce]);
    const { rules, counts } = json as {
      rules: readonly { rule: string; past_review: boolean }[];
      counts: Readonly<Record<string, number>>;
    };
    expect(rules.filter((each) => each.past_review).map(({ rule }) => rule)).toEqual(due);
    expect(counts).toMatchObject({ rules: 2, unsigned: 2, signed: 0, past_review: due.length });
  });

  test('ends with those that are not signed, below what asks for something', async () => {
    const { inForce } = smallFolder(PARTS);
    const { stdout } = await run(['rules', 'status', '--as-of', '2027-11-25', ...inForce]);
    expect(stdout).toMatch(/Past their review date \(2\)[^]*Not signed \(2\)/);
  });

  test('refuses a day that there is not', async () => {
    const { code, stderr } = await run(['rules', 'status', '--as-of', 'soon']);
    expect(code).toBe(2);
    expect(stderr).toContain('--as-of: `soon` is no date; write it like 2026-11-20');
  });
});
