/** @module-tag long */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { keptRecords } from '../../support/kept-records.ts';

// Each test runs several commands, which load all of the medicines.
vi.setConfig({ testTimeout: 30_000 });

const HOLD = { id: 'HOLD-1', 'infection.active': true };
const OVERRIDE = ['--override', 'go', '--decided-by', 'Dr A. Example'];
const BECAUSE = ['--reason', 'benefit-outweighs-risk', '--comment', 'Discussed.'];

describe('records add', () => {
  test('chains a record of its own; the screening keeps its bytes and its result', async () => {
    const { folder, ids } = await keptRecords(HOLD);
    const file = join(folder, '0000001.record');
    const before = readFileSync(file);
    const added = await run(['records', 'add', '1', ...OVERRIDE, ...BECAUSE, '--records', folder]);
    expect(added).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Added to 0000001-\w+ as record 0000002-\w+\n$/),
    });
    expect(readFileSync(file)).toEqual(before);
    const { json } = await runJson(['records', 'show', ids[0] ?? '', '--records', folder]);
    expect(json).toMatchObject({
      result: { disposition: 'hold' },
      overrides: [
        {
          by: 'Dr A. Example',
          reason: 'benefit-outweighs-risk',
          reason_words: 'The benefit outweighs the risk, as discussed with the patient',
          comment: 'Discussed.',
          at: '2026-11-24T07:30:00-09:00',
          disposition: 'go',
        },
      ],
    });
    const { stdout } = await run(['records', 'show', '2', '--records', folder]);
    expect(stdout).toContain('OVERRIDDEN  to GO by Dr A. Example');
    expect(stdout).toMatch(/^HOLD {3}HOLD-1$/m);
    const list = await run(['records', 'list', '--records', folder]);
    expect(list.stdout).toMatch(/HOLD\n +overridden to GO\n/);
    expect(await run(['records', 'verify', '--records', folder])).toMatchObject({ code: 0 });
    expect(await run(['records', 'replay', '--records', folder])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 of 1 screenings'),
    });
  });

  test('keeps the calls, who spoke, the teach-back and the read-back, at their moments', async () => {
    const { folder } = await keptRecords(HOLD);
    const add = async (...what: readonly string[]): Promise<unknown> =>
      run(['records', 'add', '1', ...what, '--records', folder]);
    await add('--attempt', 'no-answer', '--at', '2026-11-23T16:00');
    await add('--attempt', 'reached', '--spoke-with', 'family', '--teach-back', 'yes');
    await add('--read-back-by', 'Dr A. Example');
    const { json } = await runJson(['records', 'show', '1', '--records', folder]);
    expect(json).toMatchObject({
      call: {
        attempts: [
          { at: '2026-11-23T16:00:00-09:00', outcome: 'no-answer' },
          { at: '2026-11-24T07:30:00-09:00', outcome: 'reached', spoke_with: 'family' },
        ],
        teach_back: true,
        read_back: { by: 'Dr A. Example', at: '2026-11-24T07:30:00-09:00' },
      },
    });
    const { stdout } = await run(['records', 'show', '1', '--records', folder]);
    expect(stdout).toMatch(/call +Mon 23 Nov 2026 16:00: no answer/);
    expect(stdout).toMatch(/read-back +by Dr A. Example/);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['nothing', [], /nothing to add/],
    ['no reason', [...OVERRIDE, '--comment', 'x'], /--reason is missing/],
    ['no comment', [...OVERRIDE, '--reason', 'more-caution'], /--comment is missing/],
    ['nobody', ['--override', 'hold', ...BECAUSE], /--decided-by is missing/],
    [
      'a reason that the site has not',
      [...OVERRIDE, '--reason', 'more-cation', '--comment', 'x'],
      /did you mean `more-caution`\?/,
    ],
    ['a reason without a decision', ['--reason', 'more-caution'], /go with --override/],
    ['a voice without a call', ['--spoke-with', 'patient'], /goes with --attempt reached/],
    ['the future', ['--attempt', 'reached', '--at', '2026-11-25T08:00'], /in the future/],
    ['no moment', ['--attempt', 'reached', '--at', 'noon'], /is no moment/],
  ])('refuses %s, and saves nothing', async (_, what, expected) => {
    const { folder } = await keptRecords(HOLD);
    const { code, stderr } = await run(['records', 'add', '1', ...what, '--records', folder]);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
    expect(await run(['records', 'verify', '--records', folder])).toMatchObject({
      stdout: expect.stringMatching(/^1 record in/),
    });
  });
});
