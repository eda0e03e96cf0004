import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folderWith, run, runJson } from '../../support/command-line.ts';
import { smallFolder } from '../../support/small-folder.ts';

const PARTS = {
  questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
  parameters: [{ id: 'limit', value: 38, unit: 'C' }],
  rules: [
    {
      id: 'fever.high',
      says: 'Hold with a fever.',
      when: [{ fever: 'at least {limit}' }],
      examples: [{ name: 'at 38', given: { fever: 38 }, expect: 'fires' }],
    },
  ],
};

describe('rules book', () => {
  test('is Markdown on standard output', async () => {
    const { inForce } = smallFolder(PARTS);
    const { code, stdout, stderr } = await run(['rules', 'book', ...inForce]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('#### fever.high (`fever.high`)\n\n**Hold with a fever.**');
    expect(stdout).toContain('- [fever](#question-fever): at least {limit}\n');
    expect(stdout).toContain('- *parameter*: limit = 38 C. policy\n');
    expect(stdout).toContain('- *examples*: fires: at 38\n');
    expect(stdout).toContain('1 of 1 rules are not signed.');
  });

  test('says who signed a rule', async () => {
    const { inForce } = smallFolder(PARTS);
    await run(['rules', 'approve', 'fever.high', '--by', 'Dr A', '--role', 'R', ...inForce]);
    const { stdout } = await run(['rules', 'book', ...inForce]);
    expect(stdout).toContain('- *signature*: signed: Dr A (R) on 2026-11-24\n');
    expect(stdout).toContain('All 1 rules are signed.');
  });

  test.each(['book.html', 'book.md'])('goes to %s in the form of its name', async (name) => {
    const { inForce } = smallFolder(PARTS);
    const file = join(folderWith(), name);
    const { code, stdout } = await run(['rules', 'book', '--out', file, ...inForce]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8').startsWith('<!doctype html>')).toBe(name.endsWith('html'));
  });

  test('refuses a name that tells no form, and is one JSON document with --json', async () => {
    const { inForce } = smallFolder(PARTS);
    const { code, stderr } = await run(['rules', 'book', '--out', 'book.pdf', ...inForce]);
    expect(code).toBe(2);
    expect(stderr).toContain('book.pdf ends neither in .html nor in .md');
    const { json } = await runJson(['rules', 'book', ...inForce]);
    expect(json).toMatchObject({ schema: 'prescreen.rules-book/1', title: 'Small rules' });
  });
});
