/** @module-tag long */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { namesFileText } from '../../src/medicines/imported/names-file.ts';
import type { ScreenResult } from '../../src/evaluation/result.ts';
import { folderWith, HOME, run, runJson } from '../support/command-line.ts';
import { healthyWith } from '../support/generated-intake.ts';
import { smallFolder } from '../support/small-folder.ts';
import { smallVocabulary } from '../support/small-formulary.ts';
import { smallImport } from '../support/small-release.ts';
import { SITE } from '../support/small-site.ts';

const LOCAL = 'ingredients:\n  - {name: apixaban, brands: [House Apixa]}\n';
const NAMES = namesFileText(smallImport(smallVocabulary).file);

/** What each name is at a site whose file lists these, with these files beside it. */
function site(listed: string, files: Readonly<Record<string, string>>) {
  const { folder, inForce } = smallFolder({}, `${SITE}vocabulary: ${listed}\n`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return {
    drugs: (...names: string[]) => runJson(['drugs', ...names, ...inForce]),
    run: () => run(['drugs', 'Eliquis', ...inForce]),
  };
}

describe('the names that a site file lists', () => {
  test('are recognised: its own and imported ones', async () => {
    const { drugs } = site('[local.yaml, names.json]', {
      'local.yaml': LOCAL,
      'names.json': NAMES,
    });
    const { code, json } = await drugs('House Apixa', 'Zoryve', 'Eliquis');
    expect(code).toBe(0);
    expect(json).toMatchObject([
      { match: 'brand', recognised: 'apixaban', classes: ['anticoagulant'] },
      { match: 'brand', recognised: 'roflumilast', rxcui: '9001', classes: ['no-action'] },
      { match: 'brand', recognised: 'apixaban' },
    ]);
  });

  test.each([
    [
      'a file that is not there',
      '[none.yaml]',
      {},
      /clinic\.yaml:17:14 missing-file: there is no file `none\.yaml`/,
    ],
    [
      'a file of another kind',
      '[names.csv]',
      { 'names.csv': '' },
      /clinic\.yaml:17:14 unknown-format: /,
    ],
    [
      'a conflict',
      '[l.yaml]',
      { 'l.yaml': 'combinations:\n  - {name: Eliquis, of: [caffeine]}\n' },
      /l\.yaml:2:12 name-conflict: `Eliquis` already stands for something else/,
    ],
    [
      'a file of names that is damaged',
      '[n.json]',
      { 'n.json': NAMES.slice(0, 400) },
      /n\.json:\d+:\d+ invalid-json: /,
    ],
    ['a list that is none', 'names.json', {}, /clinic\.yaml:17:13 invalid-value: /],
  ])(
    'that cannot be used end the command with their place: %s',
    async (_, listed, files, message) => {
      const { code, stdout, stderr } = await site(listed, files).run();
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(message);
    },
  );
});

describe('a decision', () => {
  const clinic = readFileSync(join(HOME, 'rules', 'clinic.yaml'), 'utf8');

  /** Someone who takes a medicine of the pharmacy around the corner, at a site with this file of names. */
  async function decided(names: string | undefined): Promise<ScreenResult> {
    const listed = names === undefined ? '[]' : '[local.yaml]';
    const folder = folderWith({
      'clinic.yaml': clinic.replace('vocabulary: []', `vocabulary: ${listed}`),
      'local.yaml': names ?? '',
    });
    const intake = healthyWith({
      medications: [{ name: 'House Apixa', still_taking: true, last_taken: '2026-11-24T06:00' }],
    });
    const { json } = await runJson(['check', '-', '--site', join(folder, 'clinic.yaml')], {
      stdin: JSON.stringify(intake),
    });
    return json as ScreenResult;
  }

  test('knows what the site added, and its digest covers it', async () => {
    const [without, with_, other] = [
      await decided(undefined),
      await decided(LOCAL),
      await decided(LOCAL.replace('[House', '[The House')),
    ];
    expect(without.medicines[0]).toMatchObject({ match: 'none' });
    expect(with_.medicines[0]).toMatchObject({
      recognised: 'apixaban',
      classes: ['anticoagulant', 'doac'],
    });
    expect(with_.disposition).toBe('hold');
    const digests = [without, with_, other].map(({ ruleset }) => ruleset.digest);
    expect(new Set(digests).size).toBe(3);
  });
});
