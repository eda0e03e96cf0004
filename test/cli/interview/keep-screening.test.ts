import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { expect, test } from 'vitest';

import { forceOf } from '../../../src/cli/in-force.ts';
import { keepScreening } from '../../../src/cli/interview/keep-screening.ts';
import { newKeyPair, openWith } from '../../../src/cli/records/age.ts';
import { readStanding } from '../../../src/cli/records/read-screenings.ts';
import { resultOf } from '../../../src/interview/standing.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { Call, HEALTHY } from '../../support/call.ts';
import { folderWith, HOME } from '../../support/command-line.ts';
import { shipped, shippedVocabulary } from '../../support/shipped.ts';

/** A terminal on which nothing is asked. */
function silent(folder: string): Parameters<typeof keepScreening>[3]['terminal'] {
  const stdin = new PassThrough();
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const env = { PRESCREEN_RECORDS: folder };
  return { stdin, stdout, stderr, env, now: () => Date.parse('2026-11-20T20:00Z'), home: HOME };
}

test('a call is kept encrypted where the site names recipients, with its history and who screened', async () => {
  const { identity, recipient } = await newKeyPair();
  const site = { ...shipped.site, record_recipients: [recipient] };
  const inForce = await forceOf({ ...shipped, site, vocabulary: shippedVocabulary, names: [] });
  const call = new Call('2026-11-20T10:00').answerFrom(HEALTHY);
  const state = { ...call.state, by: 'A. Nurse' };
  const result = resultOf(state, call.tools);
  if (!result) throw new Error('the call is decided');
  const folder = folderWith();
  const said: string[] = [];
  const surface = {
    asker: () => Promise.reject(new Error('nothing is asked')),
    say: (text: string) => void said.push(text),
    palette: PLAIN,
    terminal: silent(folder),
  };
  const held = { is: 'closed' as const, state, result, tools: call.tools };
  const id = await keepScreening(held, {}, inForce, surface);
  expect(said.join(' ').replaceAll(/\s+/g, ' ')).toBe(`Kept as record ${id} in ${folder}`);
  for (const name of readdirSync(folder).filter((each) => /\.(?:record|json)$/.test(each)))
    expect(readFileSync(join(folder, name), 'utf8')).not.toContain('A-1024');
  const open = await openWith([identity], 'key');
  expect(await readStanding({ folder, open }, id)).toMatchObject({
    screened_by: 'A. Nurse',
    answers: call.intake,
    history: state.history,
    result: { id: 'A-1024', disposition: 'go' },
  });
});
