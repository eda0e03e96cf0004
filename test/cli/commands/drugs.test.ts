import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';

type Drug = Readonly<Record<string, unknown>>;

async function drugs(...names: string[]): Promise<readonly Drug[]> {
  const { code, json, stderr } = await runJson(['drugs', ...names]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return json as readonly Drug[];
}

describe('drugs --json', () => {
  test('has an object for each name, in their order', async () => {
    const found = await drugs('metoprolol', 'zzyzxin', 'Eliquis');
    expect(found.map(({ query, match }) => [query, match])).toEqual([
      ['metoprolol', 'exact'],
      ['zzyzxin', 'none'],
      ['Eliquis', 'brand'],
    ]);
  });

  test('tells what a misspelt name is, its code, its classes and its holds', async () => {
    const [found] = await drugs('eloquis');
    expect(found).toMatchObject({
      query: 'eloquis',
      match: 'spelling',
      recognised: 'apixaban',
      rxcui: '1364430',
      ingredients: ['apixaban'],
      classes: ['anticoagulant', 'doac'],
      suggestions: [],
    });
    expect(found?.['holds']).toContainEqual(
      expect.objectContaining({
        rule: 'thinners.hold-window',
        disposition: 'hold',
        last_dose: '72 hours',
      }),
    );
  });

  test('lists every ingredient of a combination, and has no code for it', async () => {
    const [found] = await drugs('Excedrin Migraine');
    expect(found).toMatchObject({
      ingredients: ['acetaminophen', 'aspirin', 'caffeine'],
      rxcui: null,
    });
    expect(found?.['classes']).toContain('salicylate');
  });

  test('does not choose among the variants of a brand', async () => {
    const [found] = await drugs('Alka-Seltzer');
    expect(found).toMatchObject({
      match: 'none',
      recognised: null,
      ingredients: [],
      classes: [],
      holds: [],
    });
    expect(found?.['suggestions']).toContain('Alka-Seltzer Original');
  });

  test('says that a medicine of no concern has no holds', async () => {
    expect(await drugs('metoprolol')).toMatchObject([{ classes: ['no-action'], holds: [] }]);
  });
});

test('drugs prints the same for people', async () => {
  const { code, stdout, stderr } = await run(['drugs', 'eloquis', 'zzyzxin']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Eliquis: apixaban \(by spelling, from "eloquis": confirm\)\n/);
  expect(stdout).toContain('thinners.hold-window');
  expect(stdout).toContain('zzyzxin: not recognised');
});
