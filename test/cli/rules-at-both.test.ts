/** @module-tag long */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { run } from '../support/command-line.ts';
import { keptRecords } from '../support/kept-records.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('rules named by a digest', () => {
  test('are those that a record was decided with, kept beside it', async () => {
    const { folder } = await keptRecords({});
    const [hex = ''] = readdirSync(join(folder, 'rules')).map((name) => name.slice(0, 12));
    const there = ['--records', folder];
    expect(await run(['rules', 'diff', `sha256:${hex}`, 'shipped', ...there])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^No differences\./),
    });
    expect(await run(['rules', 'diff', 'shipped', `sha256:${hex}`, ...there])).toMatchObject({
      code: 0,
    });
  });

  test('that are not kept are said not to be', async () => {
    const { folder } = await keptRecords({});
    expect(
      await run(['rules', 'diff', 'sha256:00000000', 'shipped', '--records', folder]),
    ).toMatchObject({
      code: 2,
      stderr: `sha256:00000000: no such rules are kept in ${folder}\n`,
    });
  });
});
