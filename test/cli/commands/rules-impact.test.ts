import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { PROCEDURE_AT } from '../../support/small-clinic.ts';
import { smallFolder } from '../../support/small-folder.ts';

const HEALTHY = {
  id: 'H',
  'procedure.type': 'injection',
  'procedure.at': PROCEDURE_AT,
  screened_at: '2026-11-24T07:00',
};

/** Two folders of rules that differ in one threshold, and a file of three past intakes, one of them misread. */
function impact(): readonly string[] {
  const parts = (limit: number) => ({
    questions: [{ id: 'temperature', type: 'number', between: [30, 45] }],
    healthy: { ...HEALTHY, temperature: 36.7 },
    rules: [{ id: 'fever', when: [{ temperature: `at least ${limit}` }] }],
  });
  const old = smallFolder(parts(38));
  const now = smallFolder(parts(39));
  const file = join(old.folder, 'past.csv');
  const rows = ['A-1,36.6', 'A-2,38.4', 'A-3,warm'].map(
    (row) => `${row},injection,${PROCEDURE_AT},2026-11-24T07:00`,
  );
  writeFileSync(
    file,
    ['id,temperature,procedure.type,procedure.at,screened_at', ...rows, ''].join('\n'),
  );
  const [before, after] = [old, now].map(({ folder }) => join(folder, 'rules'));
  return [
    'rules',
    'impact',
    before ?? '',
    after ?? '',
    '--site',
    join(old.folder, 'clinic.yaml'),
    '--intakes',
    file,
  ];
}

describe('rules impact', () => {
  test('says whom of the past intakes the change decides otherwise', async () => {
    const { code, stdout } = await run(impact());
    expect(stdout).toContain('3 intakes under both rule sets');
    expect(stdout).toContain('Looser\n        1  HOLD -> GO\n           A-2\n');
    expect(stdout).toContain('1  cannot be read by either');
    expect(code).toBe(3);
  });

  test('tells the same as one JSON document', async () => {
    const { json } = await runJson(impact());
    expect(json).toMatchObject({
      schema: 'prescreen.rules-impact/1',
      intakes: 3,
      same: 1,
      rejected: 1,
      changed: [{ id: 'A-2', direction: 'looser' }],
    });
  });

  test('takes the screenings of a folder of records, each as of its own moment', async () => {
    const args = impact();
    const file = join(args.at(-1) ?? '', '..', 'past.json');
    writeFileSync(file, JSON.stringify({ ...HEALTHY, id: 'R-1', temperature: 38.2 }));
    const records = join(file, '..', 'records');
    const [, , before = ''] = args;
    const site = args.slice(4, 6);
    await run(['check', file, '--rules', before, ...site, '--save', '--records', records]);
    const { code, stdout } = await run([...args.slice(0, 6), '--records', records]);
    expect(stdout).toContain('1 intake under both rule sets');
    expect(stdout).toContain('HOLD -> GO\n           R-1\n');
    expect(code).toBe(0);
  });

  test('needs intakes', async () => {
    const { code, stderr } = await run(['rules', 'impact', 'shipped', 'shipped']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'past intakes are needed: --intakes FILE… or --records DIR\n',
    });
  });
});
