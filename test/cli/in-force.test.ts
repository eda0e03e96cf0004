import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { ScreenResult } from '../../src/evaluation/result.ts';
import { folderWith, HOME, run, runJson } from '../support/command-line.ts';
import { healthyWith } from '../support/generated-intake.ts';

const CLINIC = readFileSync(join(HOME, 'rules', 'clinic.yaml'), 'utf8');

const OVERRIDE = [
  'overrides:',
  '  - {parameter: fasting.light_meal, value: 8 hours, reason: anaesthetist, by: Dr A, on: 2026-11-01}',
  '',
].join('\n');

/** A light meal seven hours before the procedure. */
const INTAKE = JSON.stringify(
  healthyWith({ 'last_meal.kind': 'light', 'last_meal.at': '2026-11-24T02:00' }),
);

async function decided(clinic: string | undefined): Promise<ScreenResult> {
  const folder = folderWith({ 'clinic.yaml': clinic ?? '' });
  const site = clinic === undefined ? [] : ['--site', join(folder, 'clinic.yaml')];
  const { json } = await runJson(['check', '-', ...site], { stdin: INTAKE });
  return json as ScreenResult;
}

const overriding = CLINIC.replace('overrides: []', OVERRIDE);

describe('a site file', () => {
  test('that is the shipped one changes nothing', async () => {
    expect(await decided(CLINIC)).toEqual(await decided(undefined));
  });

  test('that overrides a parameter changes the decision, shows in the result and in the digest', async () => {
    const [ours, shipped] = [await decided(overriding), await decided(undefined)];
    expect([ours.disposition, shipped.disposition]).toEqual(['hold', 'go']);
    expect(ours.ruleset.overrides).toEqual([
      {
        parameter: 'fasting.light_meal',
        value: '8 hours',
        shipped: '6 hours',
        reason: 'anaesthetist',
        by: 'Dr A',
        on: '2026-11-01',
      },
    ]);
    expect(ours.ruleset.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(ours.ruleset.digest).not.toBe(shipped.ruleset.digest);
  });

  test('shows its overrides in the summary too', async () => {
    const folder = folderWith({ 'clinic.yaml': overriding });
    const { stdout } = await run(['check', '-', '--site', join(folder, 'clinic.yaml')], {
      stdin: INTAKE,
    });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'fasting.light_meal is 8 hours instead of 6 hours (Dr A, 2026-11-01)',
    );
  });

  test.each<[string, (clinic: string) => string, boolean]>([
    [
      'other hours',
      (clinic) => clinic.replace('friday: [{from: "08:00", until: "12:00"}]', 'friday: closed'),
      true,
    ],
    [
      'another time zone',
      (clinic) => clinic.replace('America/Anchorage', 'America/New_York'),
      true,
    ],
    [
      'another name',
      (clinic) => clinic.replace('Anchorage Interventional Pain Clinic', 'Ours'),
      false,
    ],
    ['other words between the lines', (clinic) => `# a remark\n${clinic}`, false],
  ])('with %s has another digest only when that can decide: %#', async (_, change, differs) => {
    const [ours, shipped] = [await decided(change(CLINIC)), await decided(undefined)];
    expect(ours.ruleset.digest !== shipped.ruleset.digest).toBe(differs);
  });

  test('that is wrong is told with its places, and nothing is decided', async () => {
    const folder = folderWith({
      'clinic.yaml': overriding.replace('light_meal', 'ligth_meal').replace('America/', 'Amerika/'),
    });
    const { code, stdout, stderr } = await run(
      ['check', '-', '--site', join(folder, 'clinic.yaml')],
      { stdin: INTAKE },
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/clinic\.yaml:\d+:\d+ unknown-time-zone: /);
    expect(stderr).toMatch(
      /clinic\.yaml:\d+:\d+ unknown-parameter: [^]*did you mean `fasting\.light_meal`\?/,
    );
  });
});
