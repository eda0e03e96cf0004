import { describe, expect, test } from 'vitest';

import type { Ruling } from '../../../src/audit/verify/law.ts';
import { verify } from '../../../src/audit/verify/verify.ts';
import { propertiesFile } from '../../../src/rules/schema/property.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const questions = [
  { id: 'temperature', type: 'number', between: [30, 45] },
  { id: 'infection', type: 'yes-no' },
];
const healthy = { temperature: 36.7, infection: false };
const GROUNDS = {
  says: 'it holds',
  sources: [{ id: 'book', section: 'p. 1' }],
  evidence: 'guideline',
  review_by: '2027-01-01',
};

function ruling(property: object, parts: RuleParts): Ruling | undefined {
  const file = { properties: [{ id: 'own', ...GROUNDS, ...property }] };
  const { properties } = propertiesFile.parse(file);
  const rules = bench({ questions, healthy, ...parts });
  return verify(rules, properties).find(({ from }) => from === 'properties');
}

const FEVER = { id: 'fever', when: [{ temperature: 'at least 38' }] };

describe('a property that says never', () => {
  const hot = { never: { when: [{ temperature: 'at least 38' }], disposition: 'go' } };

  test('is proved of a rule that stops every such patient', () => {
    expect(ruling(hot, { rules: [FEVER] })).toMatchObject({ status: 'proved' });
  });

  test('is proved of several rules that stop them between them', () => {
    const low = { id: 'low', when: [{ temperature: 'at least 38' }, { infection: 'not yes' }] };
    const high = { id: 'high', when: [{ infection: 'yes' }] };
    const both = {
      id: 'both',
      when: [{ infection: 'not answered' }, { temperature: 'at least 38' }],
    };
    expect(ruling(hot, { rules: [low, high, both] })?.status).toBe('proved');
  });

  test('is refuted by the patient just below the threshold of the rule', () => {
    const late = { ...FEVER, when: [{ temperature: 'at least 38.1' }] };
    expect(ruling(hot, { rules: [late] })).toMatchObject({
      status: 'refuted',
      witness: { temperature: 38 },
    });
  });

  test('is refuted by a patient whom an exception lets go', () => {
    const excepted = { ...FEVER, unless: [{ infection: 'known to be no' }] };
    expect(ruling(hot, { rules: [excepted] })).toMatchObject({ status: 'refuted' });
  });

  test('is not proved of conditions that nobody meets', () => {
    const nobody = [{ temperature: 'at least 38' }, { temperature: 'less than 37' }];
    expect(
      ruling({ never: { when: nobody, disposition: 'go' } }, { rules: [FEVER] }),
    ).toMatchObject({
      status: 'not-proved',
      basis: expect.stringContaining('no patient meets') as string,
    });
  });

  test('is proved of what hangs on definitions, and refuted where a definition lets somebody through', () => {
    const rules = [{ id: 'fever', when: [{ hot: 'yes' }] }];
    const from = (limit: number): NonNullable<RuleParts['definitions']> => [
      { id: 'warm', when: [{ temperature: `at least ${limit}` }] },
      { id: 'hot', when: [{ any: [{ warm: 'yes' }, { infection: 'yes' }] }] },
    ];
    expect(ruling(hot, { rules, definitions: from(38) })).toMatchObject({ status: 'proved' });
    expect(ruling(hot, { rules, definitions: from(38.5) })).toMatchObject({ status: 'refuted' });
  });
});

describe('a property that says always', () => {
  const always = (more: object): object => ({
    always: { when: [{ temperature: 'at least 38' }], ...more },
  });

  test('is refuted by a rule that only asks the physician where a hold is wanted', () => {
    const weak = { ...FEVER, outcome: 'contact-physician' };
    const wanted = always({ disposition: 'hold' });
    expect(ruling(wanted, { rules: [FEVER] })?.status).toBe('proved');
    expect(ruling(wanted, { rules: [weak] })).toMatchObject({ status: 'refuted' });
    expect(
      ruling(always({ disposition: 'at least contact-physician' }), { rules: [weak] })?.status,
    ).toBe('proved');
  });

  test('is refuted by a rule that is not as urgent', () => {
    const wanted = always({ disposition: 'hold', urgency: 'emergency' });
    expect(ruling(wanted, { rules: [{ ...FEVER, urgency: 'emergency' }] })?.status).toBe('proved');
    expect(ruling(wanted, { rules: [{ ...FEVER, urgency: 'same-day' }] })?.status).toBe('refuted');
  });
});

describe('a property of each medicine', () => {
  const window = {
    always: {
      each_medicine: [
        { ingredient: 'apixaban' },
        { last_taken: 'less than 72 hours before the procedure' },
      ],
      disposition: 'hold',
    },
  };
  const rule = (hours: number): object => ({
    id: 'hold',
    each_medicine: [
      { ingredient: 'apixaban or warfarin' },
      { last_taken: `less than ${hours} hours before the procedure` },
    ],
  });

  test('is proved of a rule that holds as long, and refuted by a dose on the edge of a shorter one', () => {
    expect(ruling(window, { rules: [rule(72) as never] })?.status).toBe('proved');
    const found = ruling(window, { rules: [rule(71) as never] });
    expect(found?.status).toBe('refuted');
    expect(JSON.stringify(found?.witness)).toContain('"last_taken":"2026-11-21T09:01"');
  });
});

describe('a property that says monotone', () => {
  const warmer = {
    monotone: { fact: 'temperature', direction: 'higher', never: 'less restrictive' },
  };
  const raised = {
    id: 'raised',
    outcome: 'contact-physician',
    when: [{ temperature: 'at least 37.5' }, { temperature: 'less than 38' }],
  };

  test('is proved of rules that take up what another lets go', () => {
    expect(ruling(warmer, { rules: [raised, FEVER] })?.status).toBe('proved');
  });

  test('is refuted by the patient between two rules', () => {
    const late = { ...FEVER, when: [{ temperature: 'at least 38.5' }] };
    expect(ruling(warmer, { rules: [raised, late] })).toMatchObject({
      status: 'refuted',
      witness: { temperature: 38 },
    });
  });

  test('is refuted the other way round', () => {
    const cooler = {
      monotone: { fact: 'temperature', direction: 'lower', never: 'less restrictive' },
    };
    expect(ruling(cooler, { rules: [FEVER] })?.status).toBe('refuted');
    expect(
      ruling(cooler, { rules: [{ id: 'cold', when: [{ temperature: 'less than 35' }] }] })?.status,
    ).toBe('proved');
  });

  const through = (limit: string): RuleParts => ({
    definitions: [{ id: 'hot', when: [{ temperature: limit }] }],
    rules: [
      { id: 'hot', when: [{ hot: 'yes' }] },
      { id: 'cool', when: [{ hot: 'no' }], outcome: 'contact-physician' },
    ],
  });

  test('is proved through a definition, and refuted by a patient whom the definition lets go', () => {
    expect(ruling(warmer, through('at least 38'))).toMatchObject({
      status: 'proved',
      basis: expect.stringContaining('followed through hot too') as string,
    });
    expect(ruling(warmer, through('less than 38'))).toMatchObject({
      status: 'refuted',
      witness: { temperature: 38 },
    });
  });

  test('is proved through a condition about other medicines, and refuted the other way round', () => {
    const beside = (limit: string): RuleParts => ({
      rules: [{ id: 'r', when: [{ any_medicine: [{ class: 'nsaid' }, { temperature: limit }] }] }],
    });
    expect(ruling(warmer, beside('at least 38'))?.status).toBe('proved');
    expect(ruling(warmer, beside('less than 38'))?.status).toBe('refuted');
  });

  test('is refuted by an answer that meets a test on neither side of the day', () => {
    const parts = {
      questions: [{ id: 'seen_on', type: 'date', direction: 'any' }],
      rules: [{ id: 'that-day', when: [{ seen_on: 'on the day of the procedure' }] }],
    };
    const later = { monotone: { fact: 'seen_on', direction: 'later', never: 'less restrictive' } };
    expect(ruling(later, { ...parts, healthy: {} })?.status).toBe('refuted');
  });
});

describe('a property that says complete', () => {
  const asked = { complete: { fact: 'infection' } };

  test('is proved of a question that is required, and refuted by an optional one', () => {
    const required = [{ id: 'infection', type: 'yes-no', need: 'required' }];
    expect(ruling(asked, { questions: required, healthy: { infection: false } })?.status).toBe(
      'proved',
    );
    expect(ruling(asked, {})).toMatchObject({
      status: 'refuted',
      witness: { infection: 'unknown' },
    });
  });

  test('is proved of an optional question that a rule cannot do without', () => {
    const needing = { id: 'r', when: [{ infection: 'yes' }], needs: ['infection'] };
    expect(ruling(asked, { rules: [needing] })?.status).toBe('proved');
  });
});
