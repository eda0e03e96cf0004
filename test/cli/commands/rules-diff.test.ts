import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { healthyOf } from '../../support/audit-bench.ts';
import { folderWith, run, runJson } from '../../support/command-line.ts';
import { smallFolder } from '../../support/small-folder.ts';
import { SHEET } from '../../support/small-rules.ts';
import { SITE } from '../../support/small-site.ts';

/** Rules that hold from this temperature on. */
function rulesFrom(
  limit: number,
  dates: object = {},
): { readonly rules: string; readonly site: readonly string[] } {
  const { inForce } = smallFolder({
    healthy: healthyOf({ healthy: { fever: 36.7 } }),
    questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
    rules: [{ id: 'fever', when: [{ fever: `at least ${limit}` }], ...dates }],
  });
  return { rules: inForce[1] ?? '', site: inForce.slice(2) };
}

describe('rules diff', () => {
  test('exits 0 without a difference and 1 with one', async () => {
    const [before, after] = [rulesFrom(38), rulesFrom(39)];
    const same = await run(['rules', 'diff', before.rules, before.rules, ...before.site]);
    expect(same).toMatchObject({
      code: 0,
      stdout: 'No differences.\n\n1 of 1 rules are not signed.\n',
    });
    const other = await run(['rules', 'diff', before.rules, after.rules, ...after.site]);
    expect(other.code).toBe(1);
    expect(other.stdout).toMatch(/LOOSER +fever: HOLD -> GO/);
  });

  test('exits 0 when exactly what was announced is found', async () => {
    const [before, after] = [rulesFrom(38), rulesFrom(39)];
    const args = ['rules', 'diff', before.rules, after.rules, ...after.site];
    const { json } = await runJson(args);
    const { announced } = json as { readonly announced: readonly string[] };
    expect(announced).toEqual(['fever: HOLD -> GO']);
    const folder = folderWith({ right: announced.join('\n'), wrong: 'fever: GO -> HOLD\n' });
    const expected = (name: string): Promise<{ readonly code: number; readonly stderr: string }> =>
      run([...args, '--expect', join(folder, name)]);
    expect(await expected('right')).toMatchObject({ code: 0 });
    expect(await expected('wrong')).toMatchObject({
      code: 1,
      stderr: 'not announced: fever: HOLD -> GO\nannounced, but not found: fever: GO -> HOLD\n',
    });
  });

  test('says of a rule that gets a date what is written, and no longer that it was removed before it', async () => {
    const [before, after] = [rulesFrom(38), rulesFrom(38, { from: '2027-01-01' })];
    const { stdout } = await run(['rules', 'diff', before.rules, after.rules, ...after.site]);
    expect(stdout).toMatch(
      /  rule fever\n {4}\S+rules\.yaml:\d+:\d+\n {2}\+ {5}from: 2027-01-01\n/,
    );
    expect(stdout).not.toContain('(removed)');
    expect(stdout).toMatch(/LOOSER +fever \(until 2027-01-01\): HOLD -> GO/);
  });

  test('takes a part that old rules lack from the new ones, and says so', async () => {
    const [before, after] = [rulesFrom(38), rulesFrom(39)];
    const header = join(before.rules, 'header.yaml');
    writeFileSync(header, readFileSync(header, 'utf8').replace(SHEET, ''));
    const { code, stderr } = await run(['rules', 'diff', before.rules, after.rules, ...after.site]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${before.rules}: there is no \`sheet:\` in it; that of ${after.rules} is taken\n`,
    });
  });

  test('reads the site file in each folder of rules where none is chosen, and shows how they differ', async () => {
    const [before, after] = [rulesFrom(38), rulesFrom(38)];
    const closed = SITE.replace(
      'wednesday: [{from: "08:00", until: "16:00"}]',
      'wednesday: closed',
    );
    writeFileSync(join(before.rules, 'clinic.yaml'), SITE);
    writeFileSync(join(after.rules, 'clinic.yaml'), closed);
    const { code, stdout } = await run(['rules', 'diff', before.rules, after.rules]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      '  site opening_hours\n  -     wednesday: 08:00 to 16:00\n  +     wednesday: closed\n',
    );
    expect(stdout).toContain('The sites differ');
    const chosen = await run(['rules', 'diff', before.rules, after.rules, ...after.site]);
    expect(chosen.code).toBe(0);
  });
});
