import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { PROCEDURE_AT, type RuleParts } from '../../support/small-clinic.ts';
import { smallFolder } from '../../support/small-folder.ts';

const HEALTHY = {
  id: 'EXAMPLE-1',
  'procedure.type': 'injection',
  'procedure.at': PROCEDURE_AT,
  screened_at: '2026-11-24T07:00',
};

function rules(expected: 'fires' | 'does not fire', disposition = 'hold'): RuleParts {
  return {
    questions: [{ id: 'fever', type: 'yes-no' }],
    healthy: HEALTHY,
    rules: [
      {
        id: 'fever',
        when: [{ fever: 'yes' }],
        examples: [
          { name: 'a fever', given: { fever: true }, expect: expected },
          { name: 'none', given: { fever: false }, expect: 'does not fire' },
        ],
      },
    ],
    cases: [{ name: 'ill', given: { fever: true }, expect: { disposition } }],
  };
}

describe('rules test', () => {
  test('ends with 0 when every example and case comes out', async () => {
    const { inForce } = smallFolder(rules('fires'));
    expect(await run(['rules', 'test', ...inForce])).toEqual({
      code: 0,
      stdout: '3 passed, 0 failed\n1 of 1 rules are not signed.\n',
      stderr: '',
    });
  });

  test('ends with 1 and tells what failed, where and how', async () => {
    const { inForce } = smallFolder(rules('does not fire', 'go'));
    const { code, stdout, stderr } = await run(['rules', 'test', ...inForce]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /FAILED {2}fever: a fever\n.*rules\.yaml:\d+:\d+\n.*expected: does not fire; found: fires/,
    );
    expect(stdout).toMatch(/FAILED {2}case: ill\n.*\n.*disposition expected: go; found: hold/);
    expect(stdout).toMatch(/\n1 passed, 2 failed\n1 of 1 rules are not signed\.\n$/);
  });

  test('tells the same as one JSON document', async () => {
    const { inForce } = smallFolder(rules('fires', 'go'));
    expect(await runJson(['rules', 'test', ...inForce])).toMatchObject({
      code: 1,
      json: {
        passed: 2,
        failed: 1,
        failures: [{ name: 'case: ill', at: expect.stringMatching(/rules\.yaml:\d+:\d+$/) }],
      },
    });
  });

  test('proves nothing of rules without an example', async () => {
    const { inForce } = smallFolder({ questions: [], rules: [] });
    expect(await run(['rules', 'test', ...inForce])).toMatchObject({ code: 2, stdout: '' });
  });

  test('ends with 2 when the rules do not load', async () => {
    const { inForce } = smallFolder({ rules: [{ id: 'r', when: [{ fevr: 'yes' }] }] });
    const { code, stdout, stderr } = await run(['rules', 'test', ...inForce]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/rules\.yaml:\d+:\d+ unknown-fact: /);
  });
});
