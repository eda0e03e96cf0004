import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { run, runJson } from '../support/command-line.ts';
import { smallFolder } from '../support/small-folder.ts';

const RULES = {
  questions: [{ id: 'temperature', type: 'number', between: [35, 42] }],
  parameters: [
    { id: 'limit', value: 38 },
    { id: 'other', value: 39 },
  ],
  rules: [
    { id: 'fever', when: [{ temperature: 'at least {limit}' }] },
    { id: 'high', when: [{ temperature: 'at least {other}' }] },
  ],
};

function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=B. Jones', '-c', 'user.email=b@example.org'];
  execFileSync('git', [...who, '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: '2026-11-01T12:00:00Z',
      GIT_COMMITTER_DATE: '2026-11-01T12:00:00Z',
    },
    stdio: 'ignore',
  });
}

/** A repository with one commit of the rules; `edit` changes what stands in the rule file. */
function repository(): {
  readonly inForce: readonly string[];
  readonly edit: (from: string, to: string) => void;
  readonly commit: (subject: string) => void;
} {
  const { folder, inForce } = smallFolder(RULES);
  const file = join(folder, 'rules', 'rules.yaml');
  const commit = (subject: string): void => {
    git(folder, 'add', '.');
    git(folder, 'commit', '-m', subject);
  };
  git(folder, 'init');
  commit('First rules');
  return {
    inForce,
    commit,
    edit: (from, to) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to)),
  };
}

/** What is printed below `history`, without the names of commits. */
async function historyOf(id: string, inForce: readonly string[]): Promise<string[]> {
  const { stdout } = await run(['rules', 'show', id, ...inForce]);
  const [, history = ''] = stdout.split(/^ {2}history {5}/m);
  return history
    .replaceAll(/ \([0-9a-f]{8}\)/g, '')
    .trim()
    .split(/\n {14}/);
}

test('the history of a rule is the commits that changed it or its parameters, the latest first', async () => {
  const { inForce, edit, commit } = repository();
  edit('"value": 38', '"value": 37.8');
  commit('Fever from 37.8');
  edit('"value": 39', '"value": 39.5');
  commit('High fever from 39.5');
  edit('"says": "fever"', '"says": "Hold with a fever."');
  commit('Fever in words');
  expect(await historyOf('fever', inForce)).toEqual([
    '2026-11-01 B. Jones: Fever in words',
    '2026-11-01 B. Jones: Fever from 37.8',
    '2026-11-01 B. Jones: First rules',
  ]);
  const { json } = await runJson(['rules', 'show', 'high', ...inForce]);
  expect(json).toMatchObject({
    history: {
      isCommitted: true,
      revisions: [{ by: 'B. Jones', subject: 'High fever from 39.5' }, { subject: 'First rules' }],
    },
  });
});

test('what is not committed yet is said', async () => {
  const { inForce, edit } = repository();
  edit('"says": "fever"', '"says": "Hold."');
  expect(await historyOf('fever', inForce)).toEqual([
    'changed since the last commit',
    '2026-11-01 B. Jones: First rules',
  ]);
  expect(await historyOf('high', inForce)).toEqual(['2026-11-01 B. Jones: First rules']);
});

test('outside a repository one sentence says that there is no history', async () => {
  const { inForce } = smallFolder(RULES);
  expect((await historyOf('fever', inForce)).join(' ')).toBe(
    'none that git knows: the folder is in no repository, or the rule in no commit of it',
  );
});
