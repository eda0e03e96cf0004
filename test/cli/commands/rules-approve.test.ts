/** @module-tag long */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { healthyOf } from '../../support/audit-bench.ts';
import { type Ended, run, runJson } from '../../support/command-line.ts';
import type { RuleParts } from '../../support/small-clinic.ts';
import { smallFolder } from '../../support/small-folder.ts';
import { SITE } from '../../support/small-site.ts';

const PARTS: RuleParts = {
  healthy: healthyOf({ healthy: { fever: 36.7 } }),
  questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
  parameters: [{ id: 'limit', value: 38 }],
  rules: [
    { id: 'fever', says: 'Hold with a fever.', when: [{ fever: 'at least {limit}' }] },
    { id: 'high', says: 'Hold with a high fever.', when: [{ fever: 'at least 40' }] },
  ],
};

interface Place {
  readonly folder: string;
  readonly inForce: readonly string[];
  /** The approvals as they stand in the file. */
  readonly file: string;
}

function place(site: string = SITE): Place {
  const small = smallFolder(PARTS, site);
  return { ...small, file: join(small.folder, 'rules', 'approvals.yaml') };
}

function approve(
  { inForce }: Place,
  by: string,
  ids: readonly string[],
  more: readonly string[] = [],
): Promise<Ended> {
  return run(['rules', 'approve', ...ids, '--by', by, '--role', 'physician', ...more, ...inForce]);
}

/** Moves the threshold of the rule `fever`. */
function move({ folder }: Place, to: number): void {
  const file = join(folder, 'rules', 'rules.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"value": 38', `"value": ${to}`));
}

async function states({ inForce }: Place): Promise<unknown> {
  const { json } = await runJson(['rules', 'status', ...inForce]);
  const { rules } = json as { rules: readonly { rule: string; state: string }[] };
  return Object.fromEntries(rules.map(({ rule, state }) => [rule, state]));
}

async function unsigned({ inForce }: Place): Promise<unknown> {
  const intake = { id: 'A', 'procedure.type': 'injection', 'procedure.at': '2026-11-24T09:00' };
  const { json } = await runJson(['check', '-', ...inForce], { stdin: JSON.stringify(intake) });
  const { rules, unsigned: count } = (json as { ruleset: Record<string, unknown> }).ruleset;
  return `${String(count)} of ${String(rules)}`;
}

describe('rules approve', () => {
  test('signs a rule as it stands, and every output counts it', async () => {
    const at = place();
    expect(await unsigned(at)).toBe('2 of 2');
    const { code, stdout, stderr } = await approve(at, 'Dr A', ['fever']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Approved\n  - fever\n    Hold with a fever.\n');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('as Dr A, physician, on 2026-11-24.');
    for (const line of stdout.split('\n').filter((each) => !each.includes(at.folder)))
      expect(line.length).toBeLessThanOrEqual(80);
    expect(await states(at)).toEqual({ fever: 'signed', high: 'unsigned' });
    expect(await unsigned(at)).toBe('1 of 2');
  });

  test('says of which lines of a table it signs the figures', async () => {
    const waits = {
      id: 'waits',
      title: 'Waits',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [{ drug: 'apixaban', values: { hold: '72 hours' } }],
    };
    const each_medicine = [
      { in_table: 'waits' },
      { last_taken: 'less than {hold} before the procedure' },
    ];
    const { inForce } = smallFolder({
      ...PARTS,
      tables: [waits],
      rules: [{ id: 'thin', each_medicine }],
    });
    const { stdout } = await run([
      'rules',
      'approve',
      'thin',
      '--by',
      'A',
      '--role',
      'r',
      ...inForce,
    ]);
    expect(stdout).toContain('    and the lines of "Waits": rules show thin\n');
  });

  test('of a change waits for a second person', async () => {
    const at = place();
    await approve(at, 'Dr A', ['fever']);
    move(at, 38.5);
    expect(await states(at)).toMatchObject({ fever: 'stale-meaning' });
    const { stdout } = await approve(at, 'Dr A', ['fever']);
    expect(stdout).toContain('waiting for a second person\n  - fever\n');
    expect(await states(at)).toMatchObject({ fever: 'second-signature' });
    expect(await unsigned(at)).toBe('2 of 2');
    expect((await approve(at, 'DR A.', ['fever'])).stdout).toContain('Nothing is written.');
    await approve(at, 'Dr B', ['fever']);
    expect(await states(at)).toMatchObject({ fever: 'signed' });
  });

  test.each([
    [37.5, 'signed'],
    [38.5, 'second-signature'],
  ])('of a threshold moved to %d against its text of before ends as %s', async (to, state) => {
    const [at, before] = [place(), place()];
    await approve(at, 'Dr A', ['fever']);
    move(at, to);
    await approve(at, 'Dr A', ['fever'], ['--against', join(before.folder, 'rules')]);
    expect(await states(at)).toMatchObject({ fever: state });
  });

  test('finds its text of before by itself, in the commit that changed the approvals', async () => {
    const at = place();
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@t', ...args], {
        cwd: at.folder,
      });
    await approve(at, 'Dr A', ['fever']);
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'approved');
    move(at, 37.5);
    expect((await approve(at, 'Dr A', ['fever'])).stdout).toContain('no looser than before');
    expect(await states(at)).toMatchObject({ fever: 'signed' });
  });

  test('proves nothing against a text that is not the approved one', async () => {
    const [at, before] = [place(), place()];
    await approve(at, 'Dr A', ['fever']);
    move(before, 39);
    move(at, 37.5);
    await approve(at, 'Dr A', ['fever'], ['--against', join(before.folder, 'rules')]);
    expect(await states(at)).toMatchObject({ fever: 'second-signature' });
  });

  test.each([
    ['a rule that there is not', ['fevr'], [], 'no rule `fevr`; did you mean `fever`?'],
    ['an empty name', ['fever'], ['--by', ' '], '--by is empty'],
    ['a day to come', ['fever'], ['--on', '2026-11-25'], '--on: 2026-11-25 is still to come'],
    ['a day that there is not', ['fever'], ['--on', '2026-02-30'], '--on: `2026-02-30` is no date'],
  ])('refuses %s, and writes nothing', async (_, ids, more, message) => {
    const at = place();
    const { code, stderr } = await approve(at, 'Dr A', ids, more);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(at.file)).toBe(false);
  });
});

describe('the approvals', () => {
  test('that were altered are refused, with the entry, by whatever reads them', async () => {
    const at = place();
    await approve(at, 'Dr A', ['fever', 'high']);
    writeFileSync(at.file, readFileSync(at.file, 'utf8').replace('by: Dr A', 'by: Dr X'));
    for (const command of ['status', 'list']) {
      const { code, stderr } = await run(['rules', command, ...at.inForce]);
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /approvals\.yaml:\d+:\d+ altered-approval: the approval of `fever` by Dr X/,
      );
    }
    expect((await approve(at, 'Dr B', ['fever'])).code).toBe(2);
  });
});

describe('a key', () => {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const KEY = pair.publicKey.toString('base64');
  const LISTED = `${SITE}approvers:\n  - {name: Dr A, key: ${KEY}}\n`;

  function keyFile({ folder }: Place, text: string = pair.privateKey): string {
    const file = join(folder, 'key.pem');
    writeFileSync(file, text);
    return file;
  }

  test('signs the entry, and what is not signed with one no longer counts', async () => {
    const at = place(LISTED);
    await approve(at, 'Dr A', ['fever'], ['--key', keyFile(at)]);
    await approve(at, 'Dr A', ['high']);
    expect(await states(at)).toEqual({ fever: 'signed', high: 'unsigned' });
    const { stdout } = await run(['rules', 'status', ...at.inForce]);
    expect(stdout).toContain('fever: Dr A (physician) on 2026-11-24, with a key');
    expect(stdout).toMatch(/high, Dr A \(physician\) on 2026-11-24: not signed with a key/);
  });

  test('of somebody else is a forgery, and the entry is named', async () => {
    const at = place();
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
    const clinic = join(at.folder, 'clinic.yaml');
    writeFileSync(clinic, LISTED);
    await approve(at, 'Dr A', ['fever'], ['--key', keyFile(at)]);
    writeFileSync(clinic, LISTED.replace(KEY, other.toString('base64')));
    const { code, stderr } = await run(['rules', 'status', ...at.inForce]);
    expect(code).toBe(2);
    expect(stderr).toContain('forged-approval: the approval of `fever` by Dr A');
  });

  test('that is listed under two names is refused: two persons have two keys', async () => {
    const at = place(`${LISTED}  - {name: Dr B, key: ${KEY}}\n`);
    const { code, stderr } = await approve(at, 'Dr B', ['fever'], ['--key', keyFile(at)]);
    expect(code).toBe(2);
    expect(stderr).toContain('duplicate-approver: the name or the key of `Dr B` is listed twice');
  });

  test('that the site does not list is shown as it has to be listed', async () => {
    const at = place();
    const { code, stderr } = await approve(at, 'Dr A', ['fever'], ['--key', keyFile(at)]);
    expect(code).toBe(2);
    expect(stderr).toContain(`  - {name: "Dr A", key: ${KEY}}`);
    expect(existsSync(at.file)).toBe(false);
  });

  test.each([
    ['no key', 'hello', 'this is no private key that can be read'],
    [
      'an RSA key',
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
      }) as string,
      'this is a key of rsa',
    ],
  ])('that is %s is refused', async (_, text, message) => {
    const at = place(LISTED);
    const { code, stderr } = await approve(at, 'Dr A', ['fever'], ['--key', keyFile(at, text)]);
    expect({ code, told: stderr.includes(message) }).toEqual({ code: 2, told: true });
  });

  test('that is encrypted is opened with the passphrase of the environment', async () => {
    const at = place(LISTED);
    const locked = generateKeyPairSync('ed25519').privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'word',
    });
    const argv = ['rules', 'approve', 'fever', '--by', 'Dr A', '--role', 'R', ...at.inForce];
    const key = ['--key', keyFile(at, locked.toString())];
    expect((await run([...argv, ...key])).stderr).toContain('no private key that can be read');
    const { stderr } = await run([...argv, ...key], {
      env: { PRESCREEN_KEY_PASSPHRASE: 'word' },
    });
    expect(stderr).toContain('the site lists another key for Dr A');
  });
});
