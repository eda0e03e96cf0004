/** @module-tag long */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folderWith, HOME, run, runJson } from '../../support/command-line.ts';

const EXAMPLE = join(HOME, 'examples', '01-healthy-on-the-day.json');

describe('init', () => {
  test('makes a folder whose rules and site decide as those that are shipped', async () => {
    const folder = join(folderWith(), 'ours');
    const { code, stdout, stderr } = await run(['init', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(join(folder, 'clinic.yaml'));
    const own = ['--rules', join(folder, 'rules'), '--site', join(folder, 'clinic.yaml')];
    const [ours, shipped] = [
      await runJson(['check', EXAMPLE, ...own]),
      await runJson(['check', EXAMPLE]),
    ];
    expect(ours).toEqual(shipped);
    expect(readdirSync(join(folder, 'rules'))).toContain('properties.yaml');
  }, 60_000);

  test('writes over nothing, and then writes nothing at all', async () => {
    const folder = folderWith({ 'clinic.yaml': 'ours' });
    const { code, stdout, stderr } = await run(['init', folder]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${join(folder, 'clinic.yaml')} is already there`);
    expect(readdirSync(folder)).toEqual(['clinic.yaml']);
    expect(readFileSync(join(folder, 'clinic.yaml'), 'utf8')).toBe('ours');
  });

  test('writes over no rules either', async () => {
    const folder = folderWith({ 'rules/own.yaml': 'ours' });
    expect(await run(['init', folder])).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(['rules']);
  });

  test('says why when the folder cannot be made', async () => {
    const file = join(folderWith({ taken: '' }), 'taken');
    writeFileSync(file, '');
    const { code, stderr } = await run(['init', file]);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).toContain(file);
  });
});
