import { describe, expect, test } from 'vitest';

import { evaluateRule } from '../../src/evaluation/evaluate-rule.ts';
import { type MedicinePlan, medicinePlans } from '../../src/evaluation/medicine-plan.ts';
import { at } from '../support/anchorage.ts';
import {
  A_WEEK_AHEAD,
  clinic,
  decide,
  type Given,
  ON_THE_DAY,
  patient,
} from '../support/small-clinic.ts';

const window = (id: string, name: string, wait: string, more: Given = {}) => ({
  id,
  each_medicine: [{ class: name }, { last_taken: `less than ${wait} before the procedure` }],
  ...more,
});

const rules = clinic({
  rules: [
    window('long', 'anticoagulant', '5 days'),
    window('short', 'anticoagulant', '24 hours'),
    window('pain', 'nsaid', '24 hours'),
    window('mood', 'ssri-snri', '24 hours', {
      plan: 'ask-prescriber',
      outcome: 'contact-physician',
    }),
    { id: 'sugar', outcome: 'contact-physician', each_medicine: [{ class: 'glp1' }] },
    { id: 'note', outcome: 'go', each_medicine: [{ class: 'no-action' }] },
    {
      id: 'prescribed',
      plan: 'keep',
      each_medicine: [{ ingredient: 'aspirin' }, { taken_for: 'stent' }],
    },
    window('platelets', 'antiplatelet', '24 hours'),
  ],
});

function plans(given: Given): ReadonlyMap<string, MedicinePlan> {
  const context = patient({ ...A_WEEK_AHEAD, ...given }, rules);
  const verdicts = rules.prepared.rules.flatMap((rule) => evaluateRule(rule, context));
  return medicinePlans(verdicts, context);
}

function planOf(name: string, told: Given = {}): MedicinePlan | undefined {
  return [...plans({ medications: [{ name, still_taking: true, ...told }] }).values()][0];
}

describe('the plan of a medicine that is still taken', () => {
  test.each<[string, Given, MedicinePlan['kind']]>([
    ['Eliquis', { prescriber_agrees: true }, 'pause'],
    ['Eliquis', {}, 'not-agreed'],
    ['Eliquis', { prescriber_agrees: false }, 'not-agreed'],
    ['ibuprofen', {}, 'pause'],
    ['vortioxetine', {}, 'ask-prescriber'],
    ['vortioxetine', { prescriber_agrees: true }, 'pause'],
    ['semaglutide', { prescriber_agrees: true }, 'blocked'],
    ['aspirin', { taken_for: 'pain' }, 'pause'],
  ])('%s with %j: %s', (name, told, kind) => {
    expect(planOf(name, told)?.kind).toBe(kind);
  });

  test('has the earliest last dose that a rule asks for', () => {
    expect(planOf('Eliquis')).toMatchObject({ lastDoseBy: at('2026-11-19T23:59'), own: false });
  });

  test('is one for all its names, and agreed only when it is for each', () => {
    const told = { still_taking: true, prescriber_agrees: true };
    const both = (second: Given) =>
      plans({
        medications: [
          { name: 'Eliquis', ...told },
          { name: 'apixaban', ...second },
        ],
      });
    expect([...both(told).values()].map(({ kind }) => kind)).toEqual(['pause']);
    expect([...both({ still_taking: true }).values()].map(({ kind }) => kind)).toEqual([
      'not-agreed',
    ]);
  });

  test('is the patient’s own choice when nobody prescribed it, unless a rule says that it is kept', () => {
    expect(planOf('aspirin', { taken_for: 'pain' })).toMatchObject({ own: true });
    expect(planOf('aspirin 650 mg', { taken_for: 'pain' })).toMatchObject({ own: false });
    expect(planOf('prescription aspirin', { taken_for: 'pain' })).toMatchObject({ own: false });
    expect(planOf('aspirin', { taken_for: 'stent' })).toMatchObject({
      kind: 'blocked',
      own: false,
    });
  });
});

describe('there is no plan', () => {
  test.each<[string, Given]>([
    [
      'for a medicine that is no longer taken',
      { medications: [{ name: 'Eliquis', still_taking: false, last_taken: '2026-11-01' }] },
    ],
    ['for one that no rule holds', { medications: [{ name: 'metoprolol', still_taking: true }] }],
    [
      'on the day for one that was paused in time',
      { ...ON_THE_DAY, medications: [{ name: 'Eliquis', last_taken: '2026-11-10' }] },
    ],
  ])('%s', (_, given) => {
    expect(plans(given).size).toBe(0);
  });
});

test('a prescribed medicine that would have to be paused is no go until somebody agreed', () => {
  const medications = [{ name: 'Eliquis', still_taking: true }];
  expect(decide({ ...A_WEEK_AHEAD, medications }, rules)).toMatchObject({
    disposition: 'contact-physician',
    findings: [
      {
        rule: 'medicines.pause-not-agreed',
        subject: 'apixaban',
        message: 'Eliquis (apixaban) is not agreed.',
        because: { prescriber_agrees: false, needed_by: 'long' },
        sources: ['book'],
      },
    ],
  });
});
