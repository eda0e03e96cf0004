/**
 * The program as it is started: a few real processes.
 * @module-tag long
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { HOME } from './support/command-line.ts';

function prescreen(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(HOME, 'bin', 'prescreen.js'), ...argv],
    {
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...env },
    },
  );
  return { code: status, stdout, stderr };
}

const EXAMPLES = ['04-apixaban-too-late', '08-breakfast-on-the-day', '11-half-an-interview'].map(
  (name) => join(HOME, 'examples', `${name}.json`),
);

test('it starts, and tells its version', () => {
  expect(prescreen(['--version'])).toEqual({ code: 0, stdout: '1.0.0\n', stderr: '' });
});

test('it reads standard input and ends with the code of what it decided', () => {
  const { code, stdout, stderr } = prescreen(['check', '-', '--exit-code'], {}, '{"id":"A-1"}');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('A-1 is rejected');
  expect(prescreen(['check', '--exit-code', ...EXAMPLES]).code).toBe(20);
});

test('without a terminal it explains itself and ends with 2', () => {
  expect(prescreen([])).toMatchObject({ code: 2, stdout: '' });
});

test(
  'it prints the same bytes in whatever time zone the machine stands',
  { timeout: 60_000 },
  () => {
    const zones = ['UTC', 'America/Anchorage', 'Pacific/Kiritimati'];
    const [first, ...others] = zones.map((TZ) => [
      prescreen(['check', '--json', ...EXAMPLES], { TZ }),
      prescreen(['check', '--full', ...EXAMPLES], { TZ }),
    ]);
    expect(first?.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    for (const other of others) expect(other).toEqual(first);
  },
);
