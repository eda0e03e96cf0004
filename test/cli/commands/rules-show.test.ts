import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { shipped } from '../../support/shipped.ts';
import { smallFolder } from '../../support/small-folder.ts';

describe('rules list', () => {
  test('has every rule with its sentence, its outcome and its evidence', async () => {
    const { code, stdout, stderr } = await run(['rules', 'list']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { id } of shipped.ruleSet.rules) expect(stdout).toContain(`${id}\n`);
    expect(stdout).toContain(`\n${shipped.ruleSet.rules.length} rules, cervical-injection 1.0.0\n`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('is one JSON document with --json', async () => {
    const { json } = await runJson(['rules', 'list']);
    expect(json).toHaveLength(shipped.ruleSet.rules.length);
    expect(json).toContainEqual(
      expect.objectContaining({ id: 'thinners.hold-window', outcome: 'hold' }),
    );
  });
});

describe('rules show', () => {
  const parts = {
    questions: [{ id: 'fever', type: 'yes-no' }],
    rules: [
      {
        id: 'fever',
        says: 'Hold with a fever.',
        when: [{ fever: 'yes' }],
        examples: [{ name: 'a fever', given: { fever: true }, expect: 'fires' }],
      },
    ],
  };

  test('prints one rule in words, with its examples', async () => {
    const small = smallFolder(parts);
    const { code, stdout, stderr } = await run(['rules', 'show', 'fever', ...small.inForce]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^fever\nfever\n\nHold with a fever\.\n\nHOLD when\n {2}- fever: yes\n/);
    expect(stdout).toContain('a fever');
  });

  test('is the rule with its examples as one JSON document', async () => {
    const small = smallFolder(parts);
    const { json } = await runJson(['rules', 'show', 'fever', ...small.inForce]);
    expect(json).toMatchObject({ id: 'fever', outcome: 'hold', examples: [{ name: 'a fever' }] });
  });

  test.each([
    ['fevr', 'did you mean `fever`?'],
    ['something-else', 'see prescreen rules list'],
  ])('of %s, which there is not, ends with 2: %s', async (id, help) => {
    const small = smallFolder(parts);
    const { code, stdout, stderr } = await run(['rules', 'show', id, ...small.inForce]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(help);
  });
});
