/** @module-tag long */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { healthyOf } from '../../support/audit-bench.ts';
import { run } from '../../support/command-line.ts';
import { smallFolder } from '../../support/small-folder.ts';

const HEALTHY = healthyOf({ healthy: { fever: 36.7 } });
const UNKNOWN = { id: 'unknown', each_medicine: [{ recognised: 'no' }] };
const GROUNDS =
  'says: It holds., sources: [{id: book, section: p. 1}], evidence: guideline, review_by: 2030-01-01';
const HOT = 'never: {when: [fever: at least 38], disposition: go}';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function ran(
  command: 'verify' | 'lint',
  limit: object,
  property: string,
  ...more: readonly string[]
): Promise<Ran> {
  const { folder, inForce } = smallFolder({
    healthy: HEALTHY,
    questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
    parameters: [{ id: 'limit', ...limit }],
    rules: [UNKNOWN, { id: 'fever', when: [{ fever: 'at least {limit}' }] }],
  });
  const text = `properties:\n  - {id: own, ${GROUNDS}, ${property}}\n`;
  writeFileSync(join(folder, 'rules', 'properties.yaml'), text);
  return run(['rules', command, ...inForce, ...more]);
}

describe('rules verify', () => {
  test('exits 0 when laws and properties are proved, and says for how many medicines and which hour', async () => {
    const { code, stdout } = await ran('verify', { value: 38 }, HOT);
    expect(code).toBe(0);
    expect(stdout).toMatch(/PROVED +It holds\. \(own\)/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /any number of medicines.* Proved for a procedure at 2026-11-24T09:00/,
    );
  });

  test('puts them to procedures at every moment that is chosen', async () => {
    const moments = ['2026-11-24T08:00', '2026-11-02T15:59'];
    const { code, stdout } = await ran('verify', { value: 38 }, HOT, '--at', ...moments);
    expect(code).toBe(0);
    for (const moment of moments) expect(stdout).toContain(`It holds. (own, ${moment})`);
    expect(stdout).toContain(`Proved for a procedure at ${moments.join(', ')}.`);
    expect(await ran('verify', { value: 38 }, HOT, '--at', 'noon')).toMatchObject({
      code: 2,
      stderr: '--at: `noon` is no moment; write it like 2026-11-24T14:30\n',
    });
  });

  test('exits 1 with the patient who refutes a property', async () => {
    const { code, stdout } = await ran('verify', { value: 39 }, HOT);
    expect(code).toBe(1);
    expect(stdout).toMatch(/REFUTED +It holds\. \(own\)[^]*the healthy patient with fever: 38/);
  });

  test('exits 3 when a property is not proved', async () => {
    const nobody = 'never: {when: [{fever: at least 38}, {fever: less than 37}], disposition: go}';
    expect((await ran('verify', { value: 38 }, nobody)).code).toBe(3);
  });

  test('names the span of days in which a property is refuted', async () => {
    const later = { value: 38, later: [{ from: '2027-01-01', value: 39, source: 's' }] };
    const { code, stdout } = await ran('verify', later, HOT);
    expect(code).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      / PROVED It holds\. \(own, until 2027-01-01\).* REFUTED It holds\. \(own, from 2027-01-01\)/,
    );
  });

  test('exits 2 with the place of a fact that no question has', async () => {
    const { code, stderr } = await ran('verify', { value: 38 }, HOT.replace('fever', 'fevre'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/properties\.yaml:2:\d+ unknown-fact/);
  });
});

test('rules lint tells the faults of properties', async () => {
  const { stdout } = await ran('lint', { value: 38 }, HOT.replace('fever', 'fevre'));
  expect(stdout).toMatch(/properties\.yaml:2:\d+ unknown-fact/);
  const taken = 'never: {each_medicine: [ingredient: [apixabam]], disposition: go}';
  expect((await ran('lint', { value: 38 }, taken)).stdout).toMatch(
    /properties\.yaml:2:\d+ unknown-medicine: .*`apixabam`/,
  );
});

test('every law and every property is proved of the shipped rules', async () => {
  const { code, stdout } = await run(['rules', 'verify', '--json']);
  const { laws } = JSON.parse(stdout) as { laws: { id: string; from: string; status: string }[] };
  expect(laws.filter(({ status }) => status !== 'proved')).toEqual([]);
  expect(laws.filter(({ from }) => from === 'properties').length).toBeGreaterThanOrEqual(16);
  expect(code).toBe(0);
}, 120_000);
