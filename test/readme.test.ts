/** @module-tag long */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const home = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The digest is new with every change of a rule, their number with every rule, and the history with every commit. */
function withoutDigest(text: string): string {
  return text
    .replace(/^ {2}history {5}.*\n(?: {14}.*\n)*/m, '')
    .replaceAll(/sha256:[0-9a-f]+/g, 'sha256:…')
    .replaceAll(/\d+ of \d+(?=\s+rules are not signed)/g, '… of …')
    .trimEnd();
}

const EXAMPLES = [...readme.matchAll(/```console\n\$ prescreen (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', output = '']) => ({ command, output }),
);

test('the README has worked examples', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(5);
});

test.each(EXAMPLES)(
  'prescreen $command prints what the README shows',
  ({ command, output }) => {
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const run = spawnSync(process.execPath, ['bin/prescreen.js', ...args], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(withoutDigest(run.stdout)).toBe(withoutDigest(output));
  },
  30_000,
);

test('every command is named in the README', () => {
  const help = spawnSync(process.execPath, ['bin/prescreen.js', '--help'], {
    cwd: home,
    encoding: 'utf8',
  }).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z]+) (?:\[options\] )?/gm)].map(
    ([, name = '']) => name,
  );
  expect(commands.length).toBeGreaterThan(4);
  expect(
    commands.filter((name) => !readme.includes(`prescreen ${name}`) && name !== 'interview'),
  ).toEqual([]);
});
