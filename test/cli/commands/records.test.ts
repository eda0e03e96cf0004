/** @module-tag long */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { PAPER_KINDS } from '../../../src/report/papers/paper-source.ts';
import { folderWith, HOME, run, runJson } from '../../support/command-line.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { keptRecords } from '../../support/kept-records.ts';

// Each test runs several commands, which load all of the medicines.
vi.setConfig({ testTimeout: 30_000 });

const GO = { id: 'GO-1' };
const HOLD = { id: 'HOLD-1', 'infection.active': true };
const ASKED = { id: 'CONTACT-1', medications: ['zzyzxin'] };

/** The papers that go to the chart. */
const CLINICAL = new Set(['note', 'sbar']);

describe('check --save', () => {
  test('keeps a file for each screening, for its owner alone and named after no patient', async () => {
    const { folder, ids } = await keptRecords(GO, HOLD);
    const names = readdirSync(folder).filter((name) => name.endsWith('.record'));
    expect(names).toEqual(['0000001.record', '0000002.record']);
    expect(ids.map((id) => id.slice(0, 8))).toEqual(['0000001-', '0000002-']);
    expect(names.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });

  test('goes where --records, PRESCREEN_RECORDS or PRESCREEN_HOME says', async () => {
    const file = join(folderWith({ 'a.json': JSON.stringify(healthyWith(GO)) }), 'a.json');
    const [option, own, home] = [folderWith(), folderWith(), folderWith()];
    const env = { PRESCREEN_RECORDS: own, PRESCREEN_HOME: home };
    await run(['check', file, '--save', '--records', option], { env });
    await run(['check', file, '--save'], { env });
    await run(['check', file, '--save'], { env: { PRESCREEN_HOME: home } });
    const places = [option, own, join(home, 'records')];
    expect(places.map((place) => readdirSync(place).includes('0000001.record'))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('keeps the rules that decided, once', async () => {
    const { folder } = await keptRecords(GO, HOLD);
    expect(readdirSync(join(folder, 'rules'))).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.json\.gz$/),
    ]);
  });

  test('prints what it prints without, and tells of the record beside it', async () => {
    const file = join(folderWith({ 'a.json': JSON.stringify(healthyWith(GO)) }), 'a.json');
    const plain = await run(['check', file, '--json']);
    const saved = await run(['check', file, '--json', '--save', '--records', folderWith()]);
    expect(saved.stdout).toBe(plain.stdout);
    expect(saved.stderr).toMatch(/^saved as record 0000001-[0-9a-f]{12}\n$/);
  });

  test('a folder that cannot be used is the user’s trouble', async () => {
    const file = join(folderWith({ 'a.json': JSON.stringify(healthyWith(GO)) }), 'a.json');
    const { code, stderr } = await run(['check', file, '--save', '--records', file]);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be saved');
  });
});

describe('records list', () => {
  test('has a line for each screening, the latest first', async () => {
    const { folder } = await keptRecords(GO, HOLD, ASKED);
    const { code, stdout, stderr } = await run(['records', 'list', '--records', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(1, 4)).toEqual([
      expect.stringMatching(/^ +3 .* CONTACT-1 .* CONTACT PHYSICIAN$/),
      expect.stringMatching(/^ +2 .* HOLD-1 .* HOLD$/),
      expect.stringMatching(/^ +1 .* GO-1 .* GO$/),
    ]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    [['--disposition', 'hold'], ['HOLD-1']],
    [['--id', 'go-1'], ['GO-1']],
    [
      ['--procedure-on', '2026-11-24', '--until', '2026-11-24'],
      ['CONTACT-1', 'HOLD-1', 'GO-1'],
    ],
    [['--since', '2026-11-25'], []],
  ])('with %j lists %j', async (filter, expected) => {
    const { folder } = await keptRecords(GO, HOLD, ASKED);
    const { json } = await runJson(['records', 'list', '--records', folder, ...filter]);
    expect(json).toEqual(expected.map((id) => expect.objectContaining({ id })));
  });

  test('of an empty folder says so, and a day that is none is refused', async () => {
    const folder = folderWith();
    expect(await run(['records', 'list', '--records', folder])).toMatchObject({
      code: 0,
      stdout: 'No records.\n',
    });
    expect(await run(['records', 'list', '--since', 'monday'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--since: `monday` is no day'),
    });
  });
});

describe('records show', () => {
  test('draws the time line that check drew, with what was told', async () => {
    const meal = { 'last_meal.kind': 'light', 'last_meal.at': '2026-11-23T20:00' };
    const { folder } = await keptRecords({ ...GO, ...meal });
    const { stdout } = await run(['records', 'show', '1', '--records', folder]);
    expect(stdout).toMatch(/Mon 23 Nov 20:00 +13 h before +Last meal as told: light/);
  });

  test('prints the result as check does, with who, when and every answer', async () => {
    const { folder, ids } = await keptRecords(HOLD);
    const file = join(folderWith({ 'a.json': JSON.stringify(healthyWith(HOLD)) }), 'a.json');
    const checked = await run(['check', file]);
    const { code, stdout } = await run(['records', 'show', '1', '--records', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Record ${ids[0]}`);
    expect(stdout).toContain('by A. Nurse, prescreen 1.0.0');
    expect(stdout).toContain(checked.stdout.trimEnd());
    expect(stdout).toMatch(/Do you have any infection now.* {2}yes/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('sends nothing to the terminal that would move its cursor', async () => {
    const { folder } = await keptRecords({ medications: [{ name: 'zzyzxin\u001B[2J' }] });
    const { stdout } = await run(['records', 'show', '1', '--records', folder]);
    expect(stdout).toContain('zzyzxin');
    expect(stdout).not.toContain('\u001B');
  });

  test('as JSON is the whole record', async () => {
    const { folder, ids } = await keptRecords(HOLD);
    const { json } = await runJson(['records', 'show', ids[0] ?? '', '--records', folder]);
    expect(json).toMatchObject({
      schema: 'prescreen.record/1',
      id: ids[0],
      kind: 'screening',
      screened_by: 'A. Nurse',
      answers: healthyWith(HOLD),
      result: { id: 'HOLD-1', disposition: 'hold' },
      call: { attempts: [] },
      additions: [],
    });
  });

  test.each(PAPER_KINDS)('as %s is the paper of that screening, which it names', async (kind) => {
    const { folder, ids } = await keptRecords(HOLD);
    const show = ['records', 'show', '1', '--as', kind, '--records', folder];
    const { code, stdout, stderr } = await run(show);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(200);
    expect(stdout.includes(ids[0] ?? '')).toBe(CLINICAL.has(kind));
  });

  test('refuses a place or a language for what is no paper', async () => {
    const { folder } = await keptRecords(HOLD);
    const show = ['records', 'show', '1', '--records', folder];
    for (const more of [
      ['--out', 'a.txt'],
      ['--as', 'json', '--out', 'a.json'],
    ]) {
      expect(await run([...show, ...more])).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('--out and --language are of a paper'),
      });
    }
  });

  test.each([
    ['9', /there is no record 9; the last is 1/],
    ['1-ffffffffffff', /did you mean `0000001-[0-9a-f]{12}`\?/],
    ['HOLD-1', /records list --id/],
  ])('of an id that there is not, %s, says what there is', async (id, expected) => {
    const { folder } = await keptRecords(HOLD);
    const { code, stdout, stderr } = await run(['records', 'show', id, '--records', folder]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(expected);
  });
});

describe('records replay', () => {
  test('decides everything again, the same to the byte', async () => {
    const { folder } = await keptRecords(GO, HOLD, ASKED);
    expect(await run(['records', 'replay', '--records', folder])).toEqual({
      code: 0,
      stdout: '3 of 3 screenings decide the same, byte for byte.\n',
      stderr: '',
    });
  });

  test('uses the rules of that day, not those in force', async () => {
    const site = readFileSync(join(HOME, 'rules', 'clinic.yaml'), 'utf8');
    const files = folderWith({
      'clinic.yaml': site.replace(
        'overrides: []',
        'overrides:\n  - {parameter: fasting.clear_liquid, value: 3 hours, reason: Ours, by: Dr A. Example, on: 2026-11-01}',
      ),
      'a.json': JSON.stringify(
        healthyWith({ 'last_drink.kind': 'clear', 'last_drink.at': '2026-11-24T06:30' }),
      ),
    });
    const folder = join(files, 'records');
    const kept = ['--save', '--records', folder, '--site', join(files, 'clinic.yaml')];
    const { stdout } = await run(['check', join(files, 'a.json'), ...kept]);
    expect(stdout).toMatch(/^HOLD/);
    expect(await run(['records', 'replay', '--records', folder])).toMatchObject({ code: 0 });
  });
});
