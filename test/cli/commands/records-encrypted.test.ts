/** @module-tag long */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { folderWith, HOME, run, runJson } from '../../support/command-line.ts';
import { healthyWith } from '../../support/generated-intake.ts';

// Each test runs several commands, which load all of the medicines.
vi.setConfig({ testTimeout: 30_000 });

const PASSPHRASE = { env: { PRESCREEN_PASSPHRASE: 'correct horse battery staple' } };

/** A folder of records that are encrypted for a new key, in the file `key`. */
async function encryptedRecords(): Promise<{ readonly folder: string; readonly key: string }> {
  const files = folderWith({
    'a.json': JSON.stringify([
      healthyWith({ id: 'SECRET-1' }),
      healthyWith({ id: 'SECRET-2', 'infection.active': true }),
    ]),
  });
  const key = join(files, 'key.txt');
  const { stdout } = await run(['records', 'keygen', '--out', key]);
  const clinic = readFileSync(join(HOME, 'rules', 'clinic.yaml'), 'utf8');
  const site = join(
    folderWith({
      'clinic.yaml': clinic.replace(
        'record_recipients: []',
        `record_recipients: [${stdout.trim()}]`,
      ),
    }),
    'clinic.yaml',
  );
  const folder = join(files, 'records');
  const saved = ['check', join(files, 'a.json'), '--save', '--records', folder, '--site', site];
  expect((await run(saved)).code).toBe(0);
  return { folder, key };
}

describe('encrypted records', () => {
  test('hold nothing of the patient that can be read without the key', async () => {
    const { folder } = await encryptedRecords();
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => !statSync(join(folder, name)).isDirectory());
    expect(files.filter((name) => name.endsWith('.record'))).toHaveLength(2);
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'latin1');
      expect(text).not.toContain('SECRET');
      expect(text).not.toContain('infection');
    }
  });

  test('are verified without the key', async () => {
    const { folder } = await encryptedRecords();
    expect(await run(['records', 'verify', '--records', folder])).toMatchObject({ code: 0 });
  });

  test('are listed, shown and replayed with it', async () => {
    const { folder, key } = await encryptedRecords();
    const keyed = ['--records', folder, '--identity', key];
    const list = await runJson(['records', 'list', ...keyed]);
    expect(list.json).toMatchObject([{ id: 'SECRET-2', disposition: 'hold' }, { id: 'SECRET-1' }]);
    const shown = await runJson(['records', 'show', '2', ...keyed]);
    expect(shown.json).toMatchObject({ content: 'age', result: { disposition: 'hold' } });
    expect(await run(['records', 'replay', ...keyed])).toMatchObject({
      code: 0,
      stdout: '2 of 2 screenings decide the same, byte for byte.\n',
    });
  });

  test('say without it that they are encrypted, and with another that it does not fit', async () => {
    const { folder } = await encryptedRecords();
    const other = join(folderWith(), 'key.txt');
    await run(['records', 'keygen', '--out', other]);
    expect(await run(['records', 'show', '1', '--records', folder])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is encrypted; give the key with --identity FILE'),
    });
    const keyed = ['--records', folder, '--identity', other];
    expect(await run(['records', 'show', '1', ...keyed])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('encrypted for another key'),
    });
    expect(await run(['records', 'list', ...keyed])).toMatchObject({ code: 3, stdout: '' });
    expect(await run(['records', 'replay', ...keyed])).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/NOT REPLAYED +2 records: encrypted for another key/),
    });
  });
});

describe('records keygen', () => {
  test('writes the private key for its owner alone, and never over another file', async () => {
    const key = join(folderWith(), 'key.txt');
    const { stdout } = await run(['records', 'keygen', '--out', key]);
    expect(stdout).toMatch(/^age1\w+\n$/);
    expect(readFileSync(key, 'utf8')).toMatch(/^# public key: age1\w+\nAGE-SECRET-KEY-1\w+\n$/);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(await run(['records', 'keygen', '--out', key])).toMatchObject({ code: 2 });
  });

  test('locks it with a passphrase, which then opens it', { timeout: 30_000 }, async () => {
    const key = join(folderWith(), 'key.txt');
    expect(
      await run(['records', 'keygen', '--out', key, '--passphrase'], PASSPHRASE),
    ).toMatchObject({ code: 0 });
    expect(readFileSync(key, 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    const list = ['records', 'list', '--records', folderWith(), '--identity', key];
    expect(await run(list, PASSPHRASE)).toMatchObject({ code: 0 });
    expect(await run(list, { env: { PRESCREEN_PASSPHRASE: 'another' } })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the passphrase does not open it'),
    });
    expect(await run(list)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('set PRESCREEN_PASSPHRASE'),
    });
  });
});

test('a recipient that is none is found before anything is saved', async () => {
  const clinic = readFileSync(join(HOME, 'rules', 'clinic.yaml'), 'utf8');
  const files = folderWith({
    'a.json': JSON.stringify(healthyWith({})),
    'clinic.yaml': clinic.replace('record_recipients: []', 'record_recipients: [age1qqqq]'),
  });
  const folder = join(files, 'records');
  const site = ['--site', join(files, 'clinic.yaml')];
  const ended = await run(['check', join(files, 'a.json'), '--save', '--records', folder, ...site]);
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('is no recipient') });
});
