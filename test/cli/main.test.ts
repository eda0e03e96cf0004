import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { main } from '../../src/cli/main.ts';
import { folderWith, HOME, run } from '../support/command-line.ts';
import { withoutColour } from '../support/colour.ts';
import { healthyWith } from '../support/generated-intake.ts';

function intakeFile(): string {
  const path = join(folderWith(), 'a.json');
  writeFileSync(path, JSON.stringify(healthyWith({ 'infection.active': true })));
  return path;
}

describe('without a terminal', () => {
  test('the interview is explained, with the help, and ends with 2', async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('The interview needs a terminal.');
    expect(stderr).toContain('prescreen check FILE');
    expect(stderr).toContain('Usage: prescreen');
  });

  test('so is the command of that name', async () => {
    expect(await run(['interview'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('The interview needs a terminal.'),
    });
  });
});

describe('usage', () => {
  test.each([['--help'], ['check', '--help'], ['rules', '--help']])(
    '%s %s is help, and done',
    async (...argv) => {
      const { code, stdout, stderr } = await run(argv);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('Usage: prescreen');
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    },
  );

  test('--version is that of the package', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '1.0.0\n', stderr: '' });
  });

  test.each<[string[], RegExp]>([
    [['chek', 'a.json'], /no command `chek`; did you mean `check`\?/],
    [['--nope'], /unknown option/],
    [['check'], /missing required argument/],
    [['check', '--json'], /missing required argument/],
    [['questions', '--format', 'morse'], /Allowed choices are/],
    [['rules'], /Usage: prescreen rules/],
    [['rules', 'lnit'], /unknown command/],
  ])('wrong usage ends with 2 and says what is wrong: %j', async (argv, expected) => {
    const { code, stdout, stderr } = await run(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(expected);
  });
});

describe('colour', () => {
  test('is shown on a terminal, and says nothing that the words do not', async () => {
    const path = intakeFile();
    const coloured = await run(['check', path], { isTTY: true });
    const plain = await run(['check', path]);
    expect(coloured.stdout).toContain('\u001B[');
    expect(withoutColour(coloured.stdout)).toBe(plain.stdout);
  });

  test.each([
    ['into a pipe', {}, []],
    ['with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, []],
    ['with TERM=dumb', { isTTY: true, env: { TERM: 'dumb' } }, []],
    ['with --no-color', { isTTY: true }, ['--no-color']],
  ])('is not shown %s', async (_, world, options) => {
    const { stdout } = await run(['check', intakeFile(), ...options], world);
    expect(stdout).not.toContain('\u001B');
  });

  test('is shown with an empty NO_COLOR', async () => {
    const { stdout } = await run(['check', intakeFile()], { isTTY: true, env: { NO_COLOR: '' } });
    expect(stdout).toContain('\u001B[');
  });
});

describe('a fault of the program', () => {
  /** A package from which something is missing. */
  const broken = async (env: Readonly<Record<string, string>>) => {
    const streams = {
      stdin: new PassThrough(),
      stdout: new PassThrough(),
      stderr: new PassThrough(),
    };
    const terminal = { ...streams, env, now: () => 0, home: folderWith() };
    const code = await main(['questions'], terminal);
    return {
      code,
      stdout: streams.stdout.read() as unknown,
      stderr: String(streams.stderr.read()),
    };
  };

  test('ends with 1, in plain words and without a trace', async () => {
    const { code, stdout, stderr } = await broken({});
    expect({ code, stdout }).toEqual({ code: 1, stdout: null });
    expect(stderr).toContain('this is a fault of the program, not of your input');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('shows its trace to those who ask for it', async () => {
    expect((await broken({ PRESCREEN_TRACE: '1' })).stderr).toMatch(/\n\s+at /);
  });
});

test('rules and sites that are not there are trouble', async () => {
  const missing = join(folderWith(), 'none');
  const expected = { code: 2, stdout: '', stderr: `${missing}: there is no such file or folder\n` };
  expect(await run(['questions', '--rules', missing])).toEqual(expected);
  expect(await run(['questions', '--site', missing])).toEqual(expected);
  expect(await run(['questions', '--rules', join(HOME, 'package.json')])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('it is a file, not a folder'),
  });
});
