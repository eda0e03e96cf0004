import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { EXIT } from '../../../src/cli/exit-code.ts';
import { folderWith, HOME, run } from '../../support/command-line.ts';

const AHEAD = join(HOME, 'examples', '03-apixaban-with-agreement.json');

describe('check --as', () => {
  test.each([
    ['note', 'PRE-PROCEDURE SCREEN: GO'],
    ['sbar', 'SBAR: GO'],
    ['patient', 'GETTING READY FOR YOUR PROCEDURE'],
    ['ics', 'BEGIN:VCALENDAR'],
  ])('prints the %s and nothing else', async (kind, first) => {
    const { code, stdout, stderr } = await run(['check', AHEAD, '--as', kind]);
    expect(code).toBe(EXIT.done);
    expect(stdout.split(/\r?\n/)[0]).toBe(first);
    expect(stderr).toBe('');
  });

  test('gives the patient’s papers in Spanish', async () => {
    const { stdout } = await run(['check', AHEAD, '--as', 'patient', '--language', 'es']);
    expect(stdout).toContain('SUS PASOS');
  });

  test.each(['sheet.txt', 'sheet.html', 'sheet.pdf'])(
    'writes %s for the owner alone, twice the same to the byte',
    async (name) => {
      const folder = folderWith();
      const [one, two] = [join(folder, name), join(folder, `again-${name}`)];
      expect((await run(['check', AHEAD, '--as', 'patient', '--out', one])).code).toBe(EXIT.done);
      await run(['check', AHEAD, '--as', 'patient', '--out', two]);
      expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
      expect(readFileSync(one).length).toBeGreaterThan(1000);
      expect(statSync(one).mode & 0o077).toBe(0);
    },
  );

  test('writes over nothing, and leaves nothing beside', async () => {
    const folder = folderWith({ 'note.txt': 'mine' });
    const out = join(folder, 'note.txt');
    const { code, stderr } = await run(['check', AHEAD, '--as', 'note', '--out', out]);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('is already there');
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['note.txt']);
  });

  test('says which names it can write', async () => {
    const { code, stderr } = await run(['check', AHEAD, '--as', 'patient', '--out', 'sheet.docx']);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('`--as patient` writes .txt, .html, .pdf');
  });

  test('is of one patient', async () => {
    const { code, stdout, stderr } = await run(['check', AHEAD, AHEAD, '--as', 'note']);
    expect(code).toBe(EXIT.usage);
    expect(stdout).toBe('');
    expect(stderr).toContain('there are 2 here');
  });

  test.each([
    [['--as', 'note', '--json'], 'choose one'],
    [['--out', 'note.txt'], 'say which with --as'],
    [['--language', 'es'], 'say which with --as'],
  ])('is not combined with what does not go together: %j', async (options, words) => {
    const { code, stdout, stderr } = await run(['check', AHEAD, ...options]);
    expect(code).toBe(EXIT.usage);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
  });

  test('names who screened and the record that was kept', async () => {
    const folder = folderWith();
    const kept = ['--save', '--records', folder, '--by', 'R. Nurse'];
    const { stdout, stderr } = await run(['check', AHEAD, '--as', 'note', ...kept]);
    expect(stdout).toContain(', by R. Nurse\n');
    const [, record = ''] = /saved as record (\S+)/.exec(stderr) ?? [];
    expect(stdout).toContain(`Record:       ${record}\n`);
  });

  test('is none of an intake that is rejected', async () => {
    const folder = folderWith({ 'bad.json': '{"id":"A-1"}' });
    const { code, stdout } = await run(['check', join(folder, 'bad.json'), '--as', 'note']);
    expect(code).toBe(EXIT.usage);
    expect(stdout).toBe('');
  });
});
