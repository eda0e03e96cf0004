import { describe, expect, test } from 'vitest';

import { healthyOf } from '../support/audit-bench.ts';
import { run } from '../support/command-line.ts';
import type { RuleParts } from '../support/small-clinic.ts';
import { smallFolder } from '../support/small-folder.ts';

const HEALTHY = healthyOf({ healthy: { fever: 36.7 } });

function folder(limit: object): ReturnType<typeof smallFolder> & { readonly rules: string } {
  const parts: RuleParts = {
    healthy: HEALTHY,
    questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
    parameters: [{ id: 'limit', value: 38, ...limit }],
    rules: [{ id: 'fever', when: [{ fever: 'at least {limit}' }] }],
  };
  const small = smallFolder(parts);
  return { ...small, rules: small.inForce[1] ?? '' };
}

async function diff(later: object, on: readonly string[]): Promise<string> {
  const [before, after] = [folder({}), folder({ later: [{ source: 's', ...later }] })];
  const site = after.inForce.slice(2);
  const { code, stdout, stderr } = await run([
    'rules',
    'diff',
    before.rules,
    after.rules,
    ...site,
    ...on,
  ]);
  const found = /(?:LOOSER|STRICTER) +\S+( \([^)]*\))?/.exec(stdout)?.[0] ?? 'nobody';
  return `${code} ${found.replace(/ +/g, ' ')}${stderr.includes('differ by the day') ? ', told' : ''}`;
}

describe('rules diff of rules that are dated', () => {
  const LOOSER = { from: '2027-01-01', value: 39 };

  test('looks at every span of days and names the one in which somebody is decided differently', async () => {
    expect(await diff(LOOSER, [])).toBe('1 LOOSER fever (from 2027-01-01), told');
  });

  test('exits 0 only if no span has a difference', async () => {
    expect(await diff({ from: '2027-01-01', value: 38 }, [])).toMatch(/^[01] nobody/);
    const { rules, inForce } = folder({ later: [{ source: 's', ...LOOSER }] });
    const { code } = await run(['rules', 'diff', rules, rules, ...inForce.slice(2)]);
    expect(code).toBe(0);
  });

  test('looks at the day that is chosen', async () => {
    expect(await diff(LOOSER, ['--on', '2026-12-31'])).toBe('0 nobody');
    expect(await diff(LOOSER, ['--on', '2027-01-01'])).toBe('1 LOOSER fever:');
  });
});

test('rules without dates are whole on any day', async () => {
  const { rules, inForce } = folder({});
  const { code, stderr } = await run(['rules', 'diff', rules, rules, ...inForce.slice(2)]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
