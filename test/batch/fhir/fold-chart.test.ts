import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ChartIndex } from '../../../src/batch/fhir/chart-index.ts';
import { fhirAnswers } from '../../../src/batch/fhir/fhir-answers.ts';
import type { Resource } from '../../../src/batch/fhir/resource.ts';
import { isObject } from '../../../src/intake/flatten.ts';
import { generatedIntake } from '../../support/generated-intake.ts';
import { type RawIntake, screenRaw, shipped } from '../../support/shipped.ts';

type Given = Readonly<Record<string, unknown>>;

const SNOMED = 'http://snomed.info/sct';
const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const ORDER = ['go', 'contact-physician', 'hold'];

const known = { nameOfCode: () => undefined, chart: new ChartIndex(shipped.ruleSet) };

function coded(code: string, system = SNOMED): Given {
  return { code: { coding: [{ system, code }] } };
}

function condition(more: Given): Resource {
  return { resourceType: 'Condition', ...more };
}

function allergy(more: Given): Resource {
  return { resourceType: 'AllergyIntolerance', ...more };
}

function status(key: 'clinicalStatus' | 'verificationStatus', code: string): Given {
  return { [key]: { coding: [{ code }] } };
}

/** What a response of these answers becomes beside these resources, and what was read of each. */
function fold(given: Given, ...chart: readonly Resource[]): { answers: RawIntake; read: string[] } {
  const item = Object.entries(given).map(([linkId, value]) => ({
    linkId,
    answer: [value].flat().map((each) => ({ valueString: each })),
  }));
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item };
  const entry = [response, ...chart].map((resource) => ({ resource }));
  const row = fhirAnswers({ resourceType: 'Bundle', entry }, known);
  if (!row.ok || !isObject(row.answers)) throw new Error(JSON.stringify(row));
  return { answers: row.answers, read: (row.chart ?? []).map(({ read }) => read) };
}

describe('a condition', () => {
  test.each([
    ['a code of SNOMED CT', coded('88805009'), 'heart-failure'],
    ['a code below a category of ICD-10-CM', coded('I50.22', ICD), 'heart-failure'],
    ['a code of ICD-10-CM without its dot', coded('Z9581', ICD), undefined],
    ['the whole of a text', { code: { text: 'Heart Failure (disorder)' } }, 'heart-failure'],
    ['a part of a text', { code: { text: 'No heart failure' } }, undefined],
    [
      'a text in a phrase of the past, where it lasts',
      { code: { text: 'S/P TAVR' } },
      'other-valve',
    ],
    [
      'no text of the past, where it may be over',
      { code: { text: 'History of dialysis' } },
      undefined,
    ],
    ['a code of another system', coded('88805009', ICD), undefined],
  ])('is known by %s', (_, concept, value) => {
    const { answers } = fold({ 'health.conditions': 'glaucoma' }, condition(concept));
    expect(answers['health.conditions']).toEqual(value ? ['glaucoma', value] : 'glaucoma');
  });

  test('that the patient denied takes the place of `none`', () => {
    const { answers, read } = fold({ 'bleeding.disorders': 'none' }, condition(coded('D66', ICD)));
    expect(answers).toEqual({ 'bleeding.disorders': 'hemophilia-a' });
    expect(read).toEqual(['added']);
  });

  test('never answers a question that was not asked, or that the patient could not answer', () => {
    expect(fold({}, condition(coded('84114007')))).toEqual({ answers: {}, read: ['not-asked'] });
    expect(fold({ 'health.conditions': 'unknown' }, condition(coded('84114007')))).toEqual({
      answers: { 'health.conditions': 'unknown' },
      read: ['not-answered'],
    });
  });

  test.each([
    ['resolved', status('clinicalStatus', 'resolved'), ['over']],
    ['inactive', status('clinicalStatus', 'inactive'), ['over']],
    ['over, by its end alone', { abatementDateTime: '2020-01-01' }, ['over']],
    ['refuted', status('verificationStatus', 'refuted'), []],
    ['entered in error', status('verificationStatus', 'entered-in-error'), []],
    ['in remission', status('clinicalStatus', 'remission'), ['added']],
    ['provisional', status('verificationStatus', 'provisional'), ['added']],
    [
      'active and ended',
      { ...status('clinicalStatus', 'active'), abatementDateTime: '2020' },
      ['added'],
    ],
  ])('that is %s is read so', (_, more, expected) => {
    const { read } = fold(
      { 'health.conditions': 'none' },
      condition({ ...coded('84114007'), ...more }),
    );
    expect(read).toEqual(expected);
  });

  test('that lasts counts although it is called over', () => {
    const over = { ...coded('441509002'), ...status('clinicalStatus', 'resolved') };
    expect(fold({ 'health.conditions': 'none' }, condition(over)).read).toEqual(['added']);
  });

  test('joins a list that is written as one text, and no answer that is empty', () => {
    const failure = condition(coded('84114007'));
    expect(fold({ 'health.conditions': 'glaucoma; dialysis' }, failure).answers).toEqual({
      'health.conditions': ['glaucoma', 'dialysis', 'heart-failure'],
    });
    expect(fold({ 'health.conditions': '' }, failure).read).toEqual(['not-asked']);
  });

  test('that nobody knows is left aside, and listed', () => {
    const { answers, read } = fold({ 'health.conditions': 'none' }, condition(coded('162864005')));
    expect(answers).toEqual({ 'health.conditions': 'none' });
    expect(read).toEqual(['not-known']);
    const over = { code: { text: 'Viral sinusitis' }, ...status('clinicalStatus', 'resolved') };
    expect(fold({}, condition(over)).read).toEqual(['over']);
  });

  test('names the type of diabetes, unless a stricter one was told', () => {
    const type2 = condition(coded('E11.9', ICD));
    expect(fold({ 'diabetes.type': 'none' }, type2).answers['diabetes.type']).toBe('type-2');
    expect(fold({ 'diabetes.type': 'type-1' }, type2).answers['diabetes.type']).toBe('type-1');
  });
});

describe('an event', () => {
  const stroke = (onsetDateTime: string): Resource =>
    condition({ ...coded('230690007'), onsetDateTime });

  test('comes with the latest of its days', () => {
    const { answers } = fold(
      { 'health.events': 'none' },
      stroke('2015-02-03'),
      stroke('2019-04-05T10:00:00Z'),
    );
    expect(answers).toEqual({ 'health.events': 'stroke-or-tia', 'health.stroke_on': '2019-04-05' });
  });

  test('has no day where one of them is not told: it is still to be asked', () => {
    const { answers } = fold({ 'health.events': 'none' }, stroke('2015-02-03'), stroke('2026'));
    expect(answers).toEqual({ 'health.events': 'stroke-or-tia' });
  });

  test('moves a day that was told only to a later one', () => {
    const told = { 'health.events': 'stroke-or-tia', 'health.stroke_on': '2018-01-01' };
    expect(fold(told, stroke('2015-02-03')).answers).toEqual(told);
    expect(fold(told, stroke('2020-02-03')).answers['health.stroke_on']).toBe('2020-02-03');
  });

  test('that the patient told leaves a day that was not asked to be asked', () => {
    const told = { 'health.events': 'stroke-or-tia' };
    expect(fold(told, stroke('2015-02-03')).answers).toEqual(told);
  });
});

describe('an allergy', () => {
  const latex = coded('111088007');

  test.each([
    ['told nothing of', {}, 'unclear'],
    ['of high criticality', { criticality: 'high' }, 'severe'],
    ['of low criticality', { criticality: 'low' }, 'unclear'],
    ['with a mild reaction', { reaction: [{ severity: 'mild' }] }, 'mild'],
    ['with a moderate reaction', { reaction: [{ severity: 'moderate' }] }, 'severe'],
    ['with a mild one and one untold', { reaction: [{ severity: 'mild' }, {}] }, 'unclear'],
    [
      'with anaphylaxis, called mild',
      { reaction: [{ severity: 'mild', manifestation: [{ text: 'Anaphylaxis' }] }] },
      'severe',
    ],
  ])('%s has its severity', (_, more, value) => {
    expect(fold({ 'allergy.latex': 'none' }, allergy({ ...latex, ...more })).answers).toEqual({
      'allergy.latex': value,
    });
  });

  test('to dye of which nothing is told counts as severe, and never belittles an answer', () => {
    const dye = allergy(coded('5956', RXNORM));
    expect(fold({ 'allergy.contrast': 'none' }, dye).answers['allergy.contrast']).toBe('severe');
    const mild = allergy({ ...latex, reaction: [{ severity: 'mild' }] });
    expect(fold({ 'allergy.latex': 'severe' }, mild).answers['allergy.latex']).toBe('severe');
  });

  test.each([
    ['a code of SNOMED CT', coded('300916003')],
    ['a code of ICD-10-CM', coded('Z91.040', ICD)],
    ['a phrase', { code: { text: 'Allergy to latex (finding)' } }],
    ['a phrase, its words before', { code: { coding: [{ display: 'Latex allergy' }] } }],
  ])('may stand as a condition, by %s', (_, concept) => {
    expect(fold({ 'allergy.latex': 'none' }, condition(concept)).answers).toEqual({
      'allergy.latex': 'unclear',
    });
    expect(fold({ 'allergy.latex': 'none' }, allergy(concept)).read).toEqual(['added']);
  });

  test('is no condition that only has the name of a substance', () => {
    const { read } = fold({ 'allergy.latex': 'none' }, condition({ code: { text: 'Latex' } }));
    expect(read).toEqual(['not-known']);
  });

  test('that was anaphylaxis by its code is severe', () => {
    const { answers } = fold({ 'allergy.latex': 'mild' }, condition(coded('441593005')));
    expect(answers).toEqual({ 'allergy.latex': 'severe' });
  });

  test('to iodine concerns the dye and the skin cleaner', () => {
    const given = { 'allergy.contrast': 'none', 'allergy.antiseptic': 'none' };
    expect(fold(given, allergy({ code: { text: 'Iodine' } })).answers).toEqual({
      'allergy.contrast': 'unspecified-iodine',
      'allergy.antiseptic': 'unclear',
    });
  });

  test('may be named by the substance of its reaction alone', () => {
    const substance = { text: 'Latex' };
    expect(
      fold({ 'allergy.latex': 'none' }, allergy({ reaction: [{ substance, severity: 'mild' }] }))
        .answers,
    ).toEqual({ 'allergy.latex': 'mild' });
  });

  test('that is none answers nothing', () => {
    expect(fold({}, allergy(coded('716186003')))).toEqual({ answers: {}, read: ['says-nothing'] });
  });
});

const codes = shipped.ruleSet.chart.flatMap(({ of, values }) =>
  values.flatMap(({ snomed = {}, icd10cm = {}, rxnorm = {} }) =>
    [[SNOMED, snomed] as const, [ICD, icd10cm] as const, [RXNORM, rxnorm] as const].flatMap(
      ([system, names]) =>
        Object.keys(names).map((code) =>
          (of === 'conditions' ? condition : allergy)(coded(code, system)),
        ),
    ),
  ),
);

const charted = fc.record({
  resource: fc.constantFrom(...codes),
  onsetDateTime: fc.constantFrom('2026-02-01', '2026-10-30', '2020'),
  criticality: fc.constantFrom('low', 'high'),
  severity: fc.constantFrom('mild', 'moderate', 'severe', ''),
  clinical: fc.constantFrom('active', 'resolved', 'remission'),
});

test('whatever a chart says, the disposition is never less restrictive', () => {
  fc.assert(
    fc.property(generatedIntake, fc.array(charted, { maxLength: 5 }), (raw, chart) => {
      const told = Object.fromEntries(
        Object.entries(raw).filter(([, value]) => value !== null && value !== undefined),
      );
      const lists = ['medications', 'supplements'];
      const given = Object.fromEntries(
        Object.entries(told).filter(([key]) => !lists.includes(key)),
      );
      const resources = chart.map(({ resource, severity, clinical, ...more }) => ({
        ...resource,
        ...more,
        reaction: severity === '' ? [] : [{ severity }],
        ...status('clinicalStatus', clinical),
      }));
      const before = screenRaw(told);
      const after = screenRaw({ ...told, ...fold(given, ...resources).answers });
      expect(ORDER.indexOf(after.disposition)).toBeGreaterThanOrEqual(
        ORDER.indexOf(before.disposition),
      );
    }),
    { numRuns: 60 },
  );
});
