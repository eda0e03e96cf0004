import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { CHECKS } from '../../../src/audit/checks/index.ts';
import { run, runJson } from '../../support/command-line.ts';
import {
  type Given,
  ON_THE_DAY,
  PROCEDURE_AT,
  type RuleParts,
} from '../../support/small-clinic.ts';
import { smallFolder } from '../../support/small-folder.ts';
import { SITE } from '../../support/small-site.ts';

const EXAMPLES = [
  { name: 'a fever', given: { fever: true }, expect: 'fires' },
  { name: 'none', given: { fever: false }, expect: 'does not fire' },
  { name: 'at 99', given: { fever: true, 'patient.age_years': 99 }, expect: 'fires' },
  { name: 'at 100', given: { fever: true, 'patient.age_years': 100 }, expect: 'does not fire' },
];

const healthy = {
  id: 'H',
  'procedure.type': 'injection',
  'procedure.at': PROCEDURE_AT,
  ...ON_THE_DAY,
  fever: false,
};

/** An exception without a threshold. */
const KNOWN_AGE = [{ 'patient.age_years': 'answered' }];

/** Reads every class of the small formulary. */
const CONCERNED = {
  id: 'concerned',
  each_medicine: [{ class: ['anticoagulant', 'antiplatelet', 'nsaid', 'ssri-snri', 'glp1'] }],
  examples: [
    { name: 'one', given: { medications: ['apixaban'] }, expect: 'fires' },
    { name: 'none', given: {}, expect: 'does not fire' },
  ],
};

function rules(more: Given = {}): RuleParts {
  return {
    healthy,
    questions: [{ id: 'fever', type: 'yes-no' }],
    rules: [
      {
        id: 'fever',
        when: [
          { fever: 'yes' },
          { 'procedure.type': 'injection' },
          { 'procedure.sedation': 'yes' },
        ],
        unless: [{ 'patient.age_years': 'at least 100' }],
        examples: EXAMPLES,
        sources: [
          { id: 'book', section: '1' },
          { id: 'label', section: '2' },
        ],
        ...more,
      },
      CONCERNED,
    ],
  };
}

describe('rules lint', () => {
  test('looks at the names that the site lists', async () => {
    const { folder, inForce } = smallFolder(rules(), `${SITE}vocabulary: [names.json]\n`);
    writeFileSync(join(folder, 'names.json'), '{"bad": 1}');
    const { code, stdout } = await run(['rules', 'lint', ...inForce]);
    expect(code).toBe(1);
    expect(stdout).toContain('names.json:1:1 invalid-names');
  });

  test('ends with 0 when it finds nothing', async () => {
    const { inForce } = smallFolder(rules());
    expect(await run(['rules', 'lint', ...inForce])).toEqual({
      code: 0,
      stdout: 'No faults found.\n2 of 2 rules are not signed.\n',
      stderr: '',
    });
    expect(await runJson(['rules', 'lint', ...inForce])).toMatchObject({
      code: 0,
      json: { faults: [], signatures: { rules: 2, unsigned: 2 } },
    });
  });

  test('ends with 1 and prints each fault with its place', async () => {
    const { inForce } = smallFolder(
      rules({ examples: [], unless: KNOWN_AGE, review_by: '2025-01-01' }),
    );
    const { code, stdout, stderr } = await run(['rules', 'lint', ...inForce]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /rules\.yaml:\d+:\d+ missing-example: `fever` has no example that fires\n/,
    );
    expect(stdout).toMatch(/rules\.yaml:\d+:\d+ warning review-due: /);
    expect(stdout).toMatch(/\n2 errors, 1 warnings\n2 of 2 rules are not signed\.\n$/);
  });

  test('annotates the lines of a pull request, and feeds code scanning', async () => {
    const { inForce } = smallFolder(rules({ examples: [], unless: KNOWN_AGE }));
    const as = (format: string) => run(['rules', 'lint', ...inForce, '--format', format]);
    expect((await as('github')).stdout).toMatch(
      /^::error file=.*rules\.yaml,line=\d+,endLine=\d+,title=missing-example::`fever` has no/,
    );
    expect((await as('github')).stdout).toContain(
      '\n::notice title=signatures::2 of 2 rules are not signed.\n',
    );
    expect(JSON.parse((await as('sarif')).stdout)).toMatchObject({
      runs: [
        {
          results: [{ ruleId: 'missing-example' }, { ruleId: 'missing-example' }],
          properties: { rules: 2, unsigned: 2 },
        },
      ],
    });
  });

  test('reviews by the clock of the machine', async () => {
    const { inForce } = smallFolder(rules({ review_by: '2027-01-01' }));
    const argv = ['rules', 'lint', ...inForce];
    expect((await run(argv, { now: Date.parse('2027-01-01T12:00Z') })).code).toBe(0);
    expect((await run(argv, { now: Date.parse('2027-01-02T12:00Z') })).code).toBe(1);
  });

  test('finds what keeps the rules from loading, in the same way', async () => {
    const { inForce } = smallFolder(rules({ when: [{ fevr: 'yes' }] }));
    const { code, json, stderr } = await runJson(['rules', 'lint', ...inForce]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const fault = {
      code: 'unknown-fact',
      severity: 'error',
      help: 'did you mean `fever`?',
      at: expect.stringMatching(/rules\.yaml:\d+:\d+$/) as string,
    };
    expect(json).toMatchObject({ faults: [fault] });
  });
});

describe('rules explain', () => {
  test('says what a code means', async () => {
    const { code, stdout } = await run(['rules', 'explain', 'missing-example']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^missing-example \(error\)\n\n/);
    expect((await runJson(['rules', 'explain', 'missing-example'])).json).toMatchObject({
      code: 'missing-example',
    });
  });

  test('without a code says what each means', async () => {
    const { code, stdout } = await run(['rules', 'explain']);
    expect(code).toBe(0);
    for (const each of CHECKS) expect(stdout).toContain(`${each.code} (${each.severity})\n`);
  });

  test('knows no other', async () => {
    expect(await run(['rules', 'explain', 'missing-exampel'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('did you mean `missing-example`?'),
    });
  });
});
