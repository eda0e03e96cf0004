/** @module-tag long */
import { screen } from '@inquirer/testing/vitest';
import { expect, test } from 'vitest';

import { askPassphrase } from '../../../src/cli/records/passphrase.ts';
import { HOME } from '../../support/command-line.ts';

function terminal(env: Readonly<Record<string, string>>): Parameters<typeof askPassphrase>[1] {
  const output = Object.assign(screen.createOutput(), { isTTY: true, _isStdio: true });
  const stdin = Object.assign(screen.input, { isTTY: true });
  return { stdin, stdout: output, stderr: output, env, now: () => 0, home: HOME };
}

test('a passphrase is typed without being shown', async () => {
  const asked = askPassphrase('Passphrase of key.txt', terminal({}));
  await expect.poll(() => screen.getScreen()).toContain('Passphrase of key.txt:');
  screen.type('correct horse');
  await expect.poll(() => screen.getScreen()).toContain('*************');
  screen.keypress('enter');
  expect(await asked).toBe('correct horse');
  expect(await screen.getFullOutput()).not.toContain('horse');
});

test('PRESCREEN_PASSPHRASE is taken without asking', async () => {
  expect(await askPassphrase('…', terminal({ PRESCREEN_PASSPHRASE: 'given' }))).toBe('given');
});
