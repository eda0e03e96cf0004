import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { smallFolder } from '../../support/small-folder.ts';
import {
  nameRow,
  relationRows,
  SMALL_NAMES,
  SMALL_RELATIONS,
} from '../../support/small-release.ts';
import { SITE } from '../../support/small-site.ts';
import { writeFileSync } from 'node:fs';

interface Release {
  readonly names?: readonly string[];
  readonly relations?: readonly string[];
}

/** A site with the small formulary, and a release in its folder. */
function siteWith({ names = SMALL_NAMES, relations = SMALL_RELATIONS }: Release = {}, site = SITE) {
  const { folder, inForce } = smallFolder({}, site);
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('RXNCONSO.RRF'), `${names.join('\n')}\n`);
  writeFileSync(at('RXNREL.RRF'), `${relations.join('\n')}\n`);
  const command = [
    'vocabulary',
    'import',
    at('RXNCONSO.RRF'),
    '--relations',
    at('RXNREL.RRF'),
    '--out',
    at('names.json'),
    ...inForce,
  ];
  return { folder, at, inForce, command };
}

const CLEAN: Release = {
  names: [nameRow('1', 'IN', 'roflumilast'), nameRow('2', 'BN', 'Zoryve')],
  relations: relationRows('2', 'tradename_of', '1'),
};

describe('vocabulary import', () => {
  test('prints what it took over and every conflict, and exits 3 for these', async () => {
    const { command, folder } = siteWith();
    const { code, stdout, stderr } = await run(command);
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout.replaceAll(folder, '.')).toMatchInlineSnapshot(`
      "./names.json
        imported    8 names and 3 products of 3 ingredients
        known       3 are read already
        incomplete  1 of which the release does not tell every ingredient
        conflicts   5 left out:
        - Elikuis (9105): is one slip away from a name that matters: Eliquis
        - Excedrin (9107): is asked about here
        - Letaxo (9103): its ingredient letaxaban ends like a class that matters: -xaban
        - Motrin (9106): stands for another medicine here
        - letaxaban (9003): ends like a class that matters: -xaban

      List it under \`vocabulary:\` in clinic.yaml, by its path from there.
      "
    `);
  });

  test('exits 0 where nothing is in the way', async () => {
    const { command } = siteWith(CLEAN);
    expect((await run(command)).code).toBe(0);
  });

  test('prints one JSON document with --json', async () => {
    const { command, at } = siteWith();
    const { json, code } = await runJson(command);
    expect(code).toBe(3);
    expect(json).toMatchObject({
      schema: 'prescreen.import/1',
      out: at('names.json'),
      imported: { names: 8, products: 3, ingredients: 3 },
      known: 3,
      incomplete: [{ name: 'Lostia', rxcui: '9108' }],
    });
    expect((json as { conflicts: unknown[] }).conflicts).toContainEqual({
      name: 'Elikuis',
      rxcui: '9105',
      reason: 'look-alike',
      against: 'Eliquis',
    });
  });

  test('writes the file whole, with the digests of what it was made of, and nothing beside it', async () => {
    const { command, at, folder } = siteWith();
    await run(command);
    const file = JSON.parse(readFileSync(at('names.json'), 'utf8')) as Record<string, unknown>;
    expect(file).toMatchObject({
      schema: 'prescreen.names/1',
      from: {
        'RXNCONSO.RRF': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        'RXNREL.RRF': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      },
    });
    expect(readdirSync(folder).filter((name) => name.includes('names'))).toEqual(['names.json']);
  });

  test('makes the same file of the same release', async () => {
    const [one, two] = [siteWith(), siteWith()];
    await run(one.command);
    await run(two.command);
    expect(readFileSync(one.at('names.json'))).toEqual(readFileSync(two.at('names.json')));
  });

  test('takes lines that end as on Windows', async () => {
    const { command, at } = siteWith();
    writeFileSync(at('RXNCONSO.RRF'), `${SMALL_NAMES.join('\r\n')}\r\n`);
    const { json } = await runJson(command);
    expect(json).toMatchObject({ imported: { names: 8 } });
  });

  test('is held against what the site wrote itself, not against last month', async () => {
    const site = SITE + 'vocabulary: [local.yaml, names.json]\n';
    const { command, at } = siteWith({}, site);
    writeFileSync(at('local.yaml'), 'ingredients: [{name: caffeine, brands: [Zoryve]}]\n');
    const { code, json } = await runJson(command);
    expect(code).toBe(3);
    expect((json as { conflicts: unknown[] }).conflicts).toContainEqual({
      name: 'Zoryve',
      rxcui: '9102',
      reason: 'other-medicine',
      against: 'Zoryve',
    });
  });
});

describe('a file that cannot be used ends with 2 and writes nothing', () => {
  const bad = (line: string): readonly string[] => [...SMALL_NAMES.slice(0, 3), line];

  test.each<[string, Release, string]>([
    ['a line cut off', { names: bad('9999|ENG|') }, 'RXNCONSO.RRF:4: expected 18 fields, found 2'],
    ['an empty line', { names: bad('') }, 'RXNCONSO.RRF:4: expected 18 fields, found 0'],
    [
      'a field too many',
      { names: bad(`${SMALL_NAMES[0]}x|`) },
      'RXNCONSO.RRF:4: expected 18 fields, found 19',
    ],
    [
      'the files swapped',
      { names: SMALL_RELATIONS },
      'RXNCONSO.RRF:1: expected 18 fields, found 16',
    ],
    ['a relation cut off', { relations: ['1|2|3'] }, 'RXNREL.RRF:1: expected 16 fields, found 2'],
    [
      'no name of RxNorm',
      { names: [nameRow('1', 'IN', 'x', { SAB: 'MTHSPL' })] },
      'RXNCONSO.RRF: no name of RxNorm is in it',
    ],
    [
      'relations of another release',
      { names: [nameRow('5', 'BN', 'Zoryve')] },
      'RXNREL.RRF: it tells the ingredients of no name',
    ],
  ])('%s', async (_, release, message) => {
    const { command, at } = siteWith(release);
    const { code, stdout, stderr } = await run(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync(at('names.json'))).toBe(false);
  });

  test('what is no text', async () => {
    const { command, at } = siteWith();
    writeFileSync(at('RXNREL.RRF'), new Uint8Array([0x31, 0xff, 0x7c]));
    expect(await run(command)).toMatchObject({
      code: 2,
      stderr: `${at('RXNREL.RRF')}: the file is not UTF-8 text\n`,
    });
  });

  test('a file that is not there, and a place that is not there', async () => {
    const { command, at } = siteWith();
    const without = await run(command.map((each) => each.replace('RXNREL', 'RXNSAT')));
    expect(without).toMatchObject({
      code: 2,
      stderr: `${at('RXNSAT.RRF')}: there is no such file or folder\n`,
    });
    const nowhere = await run(command.map((each) => each.replace('names.json', 'no/names.json')));
    expect(nowhere).toMatchObject({
      code: 2,
      stderr: `${at('no/names.json')}: there is no such file or folder\n`,
    });
  });

  test('a name that a site could not list', async () => {
    const { command } = siteWith();
    const { code, stderr } = await run(
      command.map((each) => each.replace('names.json', 'names.txt')),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('has to end in .json');
  });

  test('an earlier file stays as it was', async () => {
    const { command, at } = siteWith({ names: bad('') });
    writeFileSync(at('names.json'), 'last month');
    await run(command);
    expect(readFileSync(at('names.json'), 'utf8')).toBe('last month');
  });
});

test('without its options it says which are needed', async () => {
  const { code, stderr } = await run(['vocabulary', 'import', 'RXNCONSO.RRF']);
  expect(code).toBe(2);
  expect(stderr).toContain('--relations');
});
