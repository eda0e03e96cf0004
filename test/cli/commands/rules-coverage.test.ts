import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { ON_THE_DAY, PROCEDURE_AT } from '../../support/small-clinic.ts';
import { smallFolder } from '../../support/small-folder.ts';

const healthy = {
  id: 'H',
  'procedure.type': 'injection',
  'procedure.at': PROCEDURE_AT,
  ...ON_THE_DAY,
  fever: false,
};
const FIRES = { name: 'a fever', given: { fever: true }, expect: 'fires' };
const QUIET = { name: 'none', given: {}, expect: 'does not fire' };
const STATES = ['unknown', 'declined', null].map((fever) => ({
  name: `fever ${String(fever)}`,
  given: { fever },
  expect: 'does not fire',
}));

function coverage(...examples: readonly object[]): readonly string[] {
  const { inForce } = smallFolder({
    healthy,
    questions: [{ id: 'fever', type: 'yes-no' }],
    rules: [{ id: 'warm', when: [{ fever: 'yes' }], examples }],
  });
  return ['rules', 'coverage', ...inForce];
}

describe('rules coverage', () => {
  test('exits 0 when everything is shown', async () => {
    const { code, stdout } = await run(coverage(FIRES, QUIET, ...STATES));
    expect(code).toBe(0);
    expect(stdout).toContain('2 of     2  conditions deciding alone (MC/DC)');
  });

  test('exits 1 with an example to paste, at its line, within 80 columns', async () => {
    const { code, stdout } = await run(coverage(FIRES, ...STATES));
    expect(code).toBe(1);
    expect(stdout).toContain('expect: does not fire');
    expect(stdout).toMatch(/rules\.yaml:\d+:\d+/);
    const lines = stdout.split('\n').filter((line) => !line.includes('.yaml:'));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test('says at the end whether every slip of the pen would be noticed', async () => {
    const noticed = await run([
      ...coverage({ ...FIRES, outcome: 'hold' }, QUIET, ...STATES),
      '--mutate',
    ]);
    expect(noticed.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Every slip .* is noticed\.$/);
    const missed = await run([...coverage(QUIET, ...STATES), '--mutate']);
    expect(missed.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Paste .* under `examples:`\.$/);
  });

  test('prints counts, never shares, as JSON', async () => {
    const { json } = await runJson(coverage(FIRES, QUIET, ...STATES));
    expect(json).toMatchObject({
      schema: 'prescreen.rules-coverage/1',
      examples: 5,
      counts: expect.arrayContaining([{ kind: 'verdicts', covered: 2, of: 2 }]),
      gaps: [],
    });
  });

  test('refuses a rule that does not exist, and rules without an example', async () => {
    expect(await run([...coverage(FIRES), 'warn'])).toMatchObject({ code: 2 });
    expect(await run(coverage())).toMatchObject({ code: 2 });
  });
});
