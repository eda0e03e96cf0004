import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Asker } from '../../../src/cli/interview/asker.ts';
import { offerToSave } from '../../../src/cli/interview/save-intake.ts';
import { ANCHORAGE, at } from '../../support/anchorage.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prescreen-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const decided = { today: ANCHORAGE.dayOf(at('2026-11-20T10:00')), headline: 'GO' };
const typing =
  (text: string): Asker =>
  async (ask) => ({ reply: ask.read(text), text });

test('writes the answers where the nurse says, for the owner alone', async () => {
  const file = join(folder, 'a.json');
  expect(await offerToSave({ id: 'A-1' }, typing(file), decided)).toBe(file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ id: 'A-1' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('writes nothing over, and nothing where it cannot', async () => {
  const file = join(folder, 'a.json');
  await offerToSave({ id: 'A-1' }, typing(file), decided);
  const refusals: unknown[] = [];
  const insisting: Asker = async (ask) => {
    refusals.push(ask.read(file), ask.read(join(folder, 'no', 'b.json')));
    return { reply: ask.read('0'), text: '' };
  };
  expect(await offerToSave({ id: 'A-2' }, insisting, decided)).toBeUndefined();
  expect(refusals).toEqual([
    { is: 'refused', message: expect.stringContaining('already there') },
    { is: 'refused', message: expect.stringContaining('no such file or folder') },
  ]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ id: 'A-1' });
});

test('proposes a name of the day and of chance', async () => {
  let label = '';
  const looking: Asker = async (ask) => {
    label = ask.offers[0]?.label ?? '';
    return { reply: ask.read('0'), text: '' };
  };
  await offerToSave({}, looking, decided);
  expect(label).toMatch(/^save as prescreen-2026-11-20-[0-9a-f]{6}\.json$/);
  expect(existsSync(label.slice(8))).toBe(false);
});
