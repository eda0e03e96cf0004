/**
 * Runs that are killed, in processes of their own, and go on: to every kind of result, and to the page.
 * @module-tag long
 */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folderWith, HOME } from '../../support/command-line.ts';

const BIN = join(HOME, 'bin', 'prescreen.js');
const HEADER = 'id,procedure.type,procedure.at,screened_at,medications';
// Rows whose order of work is not theirs in the file, and some that are rejected.
const ROWS = Array.from({ length: 4000 }, (_, index) => {
  const type = index % 97 === 5 ? 'facet' : 'cervical-facet-injection';
  const hour = String(8 + ((index * 7) % 8)).padStart(2, '0');
  return `R-${index},${type},2026-11-24T${hour}:00,2026-11-20T10:00,"a${index % 11},\nb"`;
});

function folder(): string {
  return folderWith({ 'in.csv': [HEADER, ...ROWS].join('\n') });
}

function argsFor(out: string): string[] {
  const page = ['--report', `${out}.html`, '--names', '--resume', '--jobs', '1'];
  return [BIN, 'batch', 'in.csv', '--out', out, ...page];
}

/** All that a run leaves; the page without the minute at which its run began. */
function left(cwd: string, out: string): Readonly<Record<string, string>> {
  const names = readdirSync(cwd).filter((name) => name.startsWith(out));
  const read = (name: string): string => readFileSync(join(cwd, name), 'latin1');
  return Object.fromEntries(
    names.map((name) => [name.slice(out.length), read(name).replace(/, made [^(]+\(/, '(')]),
  );
}

describe.each(['csv', 'json', 'xlsx', 'parquet'])('a run to .%s with a page', (ending) => {
  test('that is killed at any moment goes on to the same bytes', async () => {
    const cwd = folder();
    const [whole, out] = [`whole.${ending}`, `out.${ending}`];
    const started = performance.now();
    expect(spawnSync(process.execPath, argsFor(whole), { cwd }).status).toBe(3);
    const took = performance.now() - started;
    // Once when it has something to go on from, and then whenever it is hit, be it at its very end.
    const child = spawn(process.execPath, argsFor(out), { cwd });
    await expect
      .poll(() => readdirSync(cwd), { timeout: 30_000, interval: 5 })
      .toContain(`${out}.checkpoint`);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    expect(readdirSync(cwd)).not.toContain(out);
    for (const part of [0.4, 0.7]) {
      spawnSync(process.execPath, argsFor(out), {
        cwd,
        timeout: Math.ceil(took * part),
        killSignal: 'SIGKILL',
      });
    }
    expect(spawnSync(process.execPath, argsFor(out), { cwd }).status).toBe(3);
    expect(left(cwd, out)).toEqual(left(cwd, whole));
    expect(Object.keys(left(cwd, out)).toSorted()).toEqual(['', '.html', '.rejects.csv']);
  }, 120_000);
});

test('with a stream there is nothing to go on from, and that is told', () => {
  for (const [file, out] of [
    ['-', 'out.csv'],
    ['in.csv', '-'],
  ] as const) {
    const args = [BIN, 'batch', file, '--out', out, '--resume'];
    const ended = spawnSync(process.execPath, args, { cwd: folder(), encoding: 'utf8' });
    expect([ended.status, ended.stderr]).toEqual([2, expect.stringContaining('not with a stream')]);
  }
});
