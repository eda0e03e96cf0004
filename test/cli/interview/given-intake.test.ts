import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { forceOf } from '../../../src/cli/in-force.ts';
import { readGivenIntake } from '../../../src/cli/interview/given-intake.ts';
import { at } from '../../support/anchorage.ts';
import { shipped, shippedVocabulary } from '../../support/shipped.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prescreen-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(text: string, name = 'a.json'): Promise<unknown> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const inForce = await forceOf({ ...shipped, vocabulary: shippedVocabulary, names: [] });
  return readGivenIntake(file, inForce, at('2026-11-20T10:00'));
}

test('takes what stands in it, also when answers are missing or cannot be used', async () => {
  const given = { id: 'A-1', 'diabetes.hba1c_percent': 72 };
  expect(await read(JSON.stringify(given))).toEqual(given);
  expect(await read('id: A-1\npatient: {age_years: 45}\n', 'a.yaml')).toEqual({
    id: 'A-1',
    patient: { age_years: 45 },
  });
});

test.each([
  ['a list', '[{"id": "A-1"}]', 'holds a list'],
  ['a field that is no question', '{"id": "A-1", "pacient.sex": "male"}', 'cannot be used'],
  ['no answers', '"A-1"', 'cannot be used'],
  ['no JSON', '{"id": ', 'cannot be'],
])('is not begun with %s', async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});
