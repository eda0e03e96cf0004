/** @module-tag long */
import {
  copyFileSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  readdirSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { describe, expect, test, vi } from 'vitest';

import { contentDigest, forceDigest } from '../../../src/cli/in-force.ts';
import { saveRecord } from '../../../src/cli/records/save-record.ts';
import { run, runJson } from '../../support/command-line.ts';
import { type Kept, keptRecords } from '../../support/kept-records.ts';

// Each test runs several commands, which load all of the medicines.
vi.setConfig({ testTimeout: 30_000 });

const SAVED = '2026-11-24T07:30:00-09:00';

const PATIENTS = ['A-1', 'A-2', 'A-3', 'A-4'].map((id) => ({ id }));

function file({ folder }: Kept, number: number): string {
  return join(folder, `000000${number}.record`);
}

function flip(path: string, place: number): void {
  const bytes = readFileSync(path);
  bytes[place] = (bytes[place] ?? 0) ^ 4;
  writeFileSync(path, bytes);
}

/** What verify finds after something was done to four records. */
async function after(damage: (kept: Kept) => void): Promise<{ code: number; lines: string[] }> {
  const kept = await keptRecords(...PATIENTS);
  damage(kept);
  const { code, stdout } = await run(['records', 'verify', '--records', kept.folder]);
  const lines = stdout.split('\n').filter((line) => line.startsWith('  '));
  for (const line of stdout.split('\n')) expect(line).not.toContain('A-1');
  return { code, lines };
}

test('records as they were saved have no fault, and the id of the last is told', async () => {
  const { folder, ids } = await keptRecords(...PATIENTS);
  const { code, stdout } = await run(['records', 'verify', '--records', folder]);
  expect(code).toBe(0);
  expect(stdout).toContain('Every seal is right and the chain is whole.');
  expect(stdout).toContain(ids[3]);
});

describe('found, named and ended with 1 is', () => {
  test('a flipped bit', async () => {
    const { code, lines } = await after((kept) => flip(file(kept, 2), 500));
    expect({ code, line: lines[0] }).toEqual({
      code: 1,
      line: expect.stringMatching(/ALTERED +record 2 \(0000002\.record\) was altered/),
    });
  });

  test('a removed record', async () => {
    const { code, lines } = await after((kept) => rmSync(file(kept, 2)));
    expect({ code, line: lines[0] }).toEqual({
      code: 1,
      line: expect.stringMatching(/MISSING +record 2 \(0000002\.record\) is missing/),
    });
  });

  test('two that were swapped', async () => {
    const { code, lines } = await after((kept) => {
      renameSync(file(kept, 2), file(kept, 9));
      renameSync(file(kept, 3), file(kept, 2));
      renameSync(file(kept, 9), file(kept, 3));
    });
    expect({ code, text: lines.join('\n') }).toEqual({
      code: 1,
      text: expect.stringMatching(/record 2 .* holds record 3[\s\S]*record 3 .* holds record 2/),
    });
  });

  test('the last, removed', async () => {
    const { code, lines } = await after((kept) => rmSync(file(kept, 4)));
    expect({ code, line: lines[0] }).toEqual({
      code: 1,
      line: expect.stringContaining('record 4 (0000004.record) is missing'),
    });
  });

  test('the last, removed, with the tip set back: by an id that was copied elsewhere', async () => {
    const kept = await keptRecords(...PATIENTS);
    rmSync(file(kept, 4));
    const before = readFileSync(file(kept, 3), 'utf8');
    const seal = before.trimEnd().split('\n').at(-1);
    writeFileSync(join(kept.folder, 'tip.json'), JSON.stringify({ number: 3, seal }));
    const verify = ['records', 'verify', '--records', kept.folder];
    expect(await run(verify)).toMatchObject({ code: 0 });
    expect(await run([...verify, kept.ids[3] ?? ''])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/record 4 \(0000004.record\) is not 0000004-/),
    });
  });

  test('a copy that a service made of a record', async () => {
    const { code, lines } = await after((kept) =>
      copyFileSync(file(kept, 1), join(kept.folder, '0000001 (conflicted copy).record')),
    );
    expect({ code, line: lines[0] }).toEqual({
      code: 1,
      line: expect.stringMatching(/STRANGE FILE +0000001 \(conflicted copy\)\.record/),
    });
  });

  test('the same bytes under another number', async () => {
    const { code, lines } = await after((kept) => copyFileSync(file(kept, 1), file(kept, 3)));
    expect({ code, line: lines[0] }).toEqual({
      code: 1,
      line: expect.stringMatching(/MISPLACED +record 3 .* holds record 1/),
    });
  });

  test.each([
    ['altered', 'RULES ALTERED'],
    ['removed', 'RULES MISSING'],
  ])('a copy of the rules that was %s', async (how, expected) => {
    const { code, lines } = await after(({ folder }) => {
      const [name = ''] = readdirSync(join(folder, 'rules'));
      const path = join(folder, 'rules', name);
      if (how === 'removed') return rmSync(path);
      const text = gunzipSync(readFileSync(path)).toString('utf8');
      writeFileSync(path, gzipSync(text.replace('72', '71')));
    });
    expect({ code, line: lines[0] }).toEqual({ code: 1, line: expect.stringContaining(expected) });
  });
});

test('rules that another version kept are whole, but may not be usable', async () => {
  const kept = await keptRecords({ id: 'A-1', medications: ['metoprolol'] });
  const [name = ''] = readdirSync(join(kept.folder, 'rules'));
  const path = join(kept.folder, 'rules', name);
  const { vocabulary: _, ...parts } = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
  const older = { ...parts, tool_version: '0.9.0', vocabulary: {} };
  const digest = forceDigest(contentDigest(older.ruleSet, older.vocabulary), older.site, undefined);
  rmSync(path);
  const place = join(kept.folder, 'rules', `${digest.slice('sha256:'.length)}.json.gz`);
  writeFileSync(place, gzipSync(JSON.stringify(older)));
  const header = { kind: 'screening' as const, saved_at: SAVED, rules: digest, follows: null };
  const content = readFileSync(join(kept.folder, '0000001.record'), 'utf8').split('\n')[1] ?? '';
  rmSync(join(kept.folder, '0000001.record'));
  rmSync(join(kept.folder, 'tip.json'));
  const keeping = { folder: kept.folder, mode: 0o600, by: 'A. Nurse', lock: undefined };
  saveRecord(keeping, header, `${content}\n`);
  const on = ['--records', kept.folder];
  expect(await run(['records', 'verify', ...on])).toMatchObject({ code: 0 });
  expect(await run(['records', 'replay', ...on])).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/the rules that decided are of another\s+version/),
  });
  expect(await run(['records', 'show', '1', ...on])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('of another version'),
  });
});

test('a record that was saved after one was removed does not hide it', async () => {
  const kept = await keptRecords(...PATIENTS);
  rmSync(file(kept, 4));
  await run(['records', 'add', '1', '--attempt', 'no-answer', '--records', kept.folder]);
  const { json } = await runJson(['records', 'verify', '--records', kept.folder]);
  expect(json).toMatchObject({ count: 4, faults: [{ number: 4, code: 'missing' }] });
});

test('a word that is no id is refused', async () => {
  expect(await run(['records', 'verify', 'A-1'])).toMatchObject({ code: 2 });
});

test('replay tells which record decides otherwise, and in what', async () => {
  const { folder } = await keptRecords({ id: 'A-1' }, { id: 'A-2', 'infection.active': true });
  const path = join(folder, '0000002.record');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('"disposition":"hold"', '"disposition":"go"'),
  );
  const { code, stdout } = await run(['records', 'replay', '--records', folder]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/NOT REPLAYED +2: damaged/);
  expect(stdout).toContain('1 of 2 screenings decide the same');
});
