/** @module-tag long */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { type Keeping } from '../../../src/cli/records/keeping.ts';
import { saveRecord } from '../../../src/cli/records/save-record.ts';
import { folderWith, HOME, run, runJson } from '../../support/command-line.ts';
import { healthyWith } from '../../support/generated-intake.ts';

const HEADER = {
  kind: 'screening' as const,
  saved_at: '2026-11-24T07:30:00-09:00',
  rules: `sha256:${'0'.repeat(64)}`,
  follows: null,
};

function keepingIn(folder: string, mode = 0o600): Keeping {
  return { folder, mode, by: 'A. Nurse', lock: undefined };
}

/** What verify finds, the rules apart: these records were decided by none. */
async function faultsIn(folder: string): Promise<readonly unknown[]> {
  const { json } = await runJson(['records', 'verify', '--records', folder]);
  const { faults } = json as { faults: { number: number; code: string }[] };
  return faults.filter(({ code }) => code !== 'rules-missing');
}

function recordsIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.record')) : [];
}

/** A process that saves so many screenings, of patients whose ids begin with its name. */
function saver(name: string, count: number, folder: string): ReturnType<typeof spawn> {
  const intakes = Array.from({ length: count }, (_, index) =>
    healthyWith({ id: `${name}-${index}` }),
  );
  const file = join(folderWith({ 'a.json': JSON.stringify(intakes) }), 'a.json');
  const args = ['check', file, '--save', '--records', folder, '--json'];
  return spawn(process.execPath, [join(HOME, 'bin', 'prescreen.js'), ...args], { stdio: 'ignore' });
}

async function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}

describe('several processes that save at once', () => {
  test('lose nothing, and make one chain', { timeout: 60_000 }, async () => {
    const folder = join(folderWith(), 'records');
    const names = ['A', 'B', 'C', 'D'];
    const codes = await Promise.all(names.map(async (name) => exitOf(saver(name, 50, folder))));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(recordsIn(folder)).toHaveLength(200);
    const { json } = await runJson(['records', 'list', '--records', folder]);
    const ids = (json as { id: string }[]).map(({ id }) => id);
    const expected = names.flatMap((name) =>
      Array.from({ length: 50 }, (_, at) => `${name}-${at}`),
    );
    expect(ids.toSorted()).toEqual(expected.toSorted());
    expect(await run(['records', 'verify', '--records', folder])).toMatchObject({ code: 0 });
  });

  test('go on when one of them is killed', { timeout: 60_000 }, async () => {
    const folder = join(folderWith(), 'records');
    const killed = saver('A', 2000, folder);
    const ended = exitOf(killed);
    await expect
      .poll(() => recordsIn(folder).length, { timeout: 30_000, interval: 2 })
      .toBeGreaterThan(5);
    killed.kill('SIGKILL');
    await ended;
    const before = recordsIn(folder).length;
    expect(before).toBeLessThan(2000);
    expect(await exitOf(saver('B', 20, folder))).toBe(0);
    expect(recordsIn(folder)).toHaveLength(before + 20);
    expect(await run(['records', 'verify', '--records', folder])).toMatchObject({ code: 0 });
  });
});

describe('the end of the chain', () => {
  test('is found when the last saves could not note it any more', async () => {
    const folder = folderWith();
    const first = saveRecord(keepingIn(folder), HEADER, '{}\n');
    const noted = readFileSync(join(folder, 'tip.json'));
    saveRecord(keepingIn(folder), HEADER, '{}\n');
    writeFileSync(join(folder, 'tip.json'), noted);
    const third = saveRecord(keepingIn(folder), HEADER, '{}\n');
    expect([first.id, third.id].map((id) => id.slice(0, 7))).toEqual(['0000001', '0000003']);
    expect(await faultsIn(folder)).toEqual([]);
  });

  test.each([
    ['lost', (file: string) => rmSync(file)],
    ['cut short', (file: string) => writeFileSync(file, '{"numb')],
  ])('is found when its note was %s', async (_, damage) => {
    const folder = folderWith();
    saveRecord(keepingIn(folder), HEADER, '{}\n');
    saveRecord(keepingIn(folder), HEADER, '{}\n');
    damage(join(folder, 'tip.json'));
    expect(saveRecord(keepingIn(folder), HEADER, '{}\n').id).toMatch(/^0000003-/);
    expect(await faultsIn(folder)).toEqual([]);
  });

  test('may be damaged: the next is saved all the same, and the damage stays named', async () => {
    const folder = folderWith();
    saveRecord(keepingIn(folder), HEADER, '{}\n');
    const { file } = saveRecord(keepingIn(folder), HEADER, '{}\n');
    writeFileSync(file, 'nothing');
    rmSync(join(folder, 'tip.json'));
    expect(saveRecord(keepingIn(folder), HEADER, '{}\n').id).toMatch(/^0000003-/);
    expect(await faultsIn(folder)).toMatchObject([{ number: 2, code: 'cut-short' }]);
  });
});

describe('the folder', () => {
  test('that its group may write to is shared: so are its files', async () => {
    const folder = folderWith();
    chmodSync(folder, 0o770);
    const file = join(folderWith({ 'a.json': JSON.stringify(healthyWith({})) }), 'a.json');
    await run(['check', file, '--save', '--records', folder]);
    const modes = ['0000001.record', 'tip.json'].map((name) => statSync(join(folder, name)).mode);
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o660, 0o660]);
  });

  test('keeps what is being written now, and drops what a crash left long ago', () => {
    const folder = folderWith();
    const unfinished = join(folder, 'unfinished');
    mkdirSync(unfinished);
    for (const name of ['1-now', '2-old']) writeFileSync(join(unfinished, name), 'half');
    const long = statSync(unfinished).mtimeMs / 1000 - 7200;
    utimesSync(join(unfinished, '2-old'), long, long);
    saveRecord(keepingIn(folder), HEADER, '{}\n');
    expect(readdirSync(unfinished)).toEqual(['1-now']);
  });
});
