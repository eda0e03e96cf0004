import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ChartIndex } from '../../../src/batch/fhir/chart-index.ts';
import { fhirAnswers, type KnownCodes } from '../../../src/batch/fhir/fhir-answers.ts';
import type { Resource } from '../../../src/batch/fhir/resource.ts';
import { fhirQuestionnaire } from '../../../src/intake/fhir-questionnaire.ts';
import { generatedIntake } from '../../support/generated-intake.ts';
import { type RawIntake, screenRaw, shipped } from '../../support/shipped.ts';

type Item = Readonly<Record<string, unknown>>;

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const known: KnownCodes = {
  nameOfCode: (code) => (code === '1364430' ? 'apixaban' : undefined),
  chart: new ChartIndex(shipped.ruleSet),
};

function response(item: readonly Item[], more: Item = {}): Resource {
  return { resourceType: 'QuestionnaireResponse', status: 'completed', item, ...more };
}

function bundle(...resources: readonly Resource[]): Resource {
  return { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) };
}

function statement(status: string, more: Item): Resource {
  return { resourceType: 'MedicationStatement', status, ...more };
}

function answers(resource: Resource): unknown {
  const read = fhirAnswers(resource, known);
  return read.ok ? read.answers : read.faults.map(({ code, field }) => `${code} ${field}`.trim());
}

/** What a form filler would send for an intake, by the types of the Questionnaire. */
function filled(raw: RawIntake): Resource {
  const { item: sections } = fhirQuestionnaire(shipped.ruleSet) as {
    item: {
      linkId: string;
      item: { linkId: string; type: string; item?: { linkId: string; type: string }[] }[];
    }[];
  };
  const answer = (type: string, value: unknown): Item => {
    if (type === 'choice') return { valueCoding: { code: value } };
    if (type === 'quantity') return { valueQuantity: { value } };
    return { [`value${type.charAt(0).toUpperCase()}${type.slice(1)}`]: value };
  };
  const items = sections.map(({ linkId, item }) => ({
    linkId,
    item: item.flatMap((each): Item[] => {
      const value = raw[each.linkId];
      if (value === null || value === undefined) return [];
      if (each.type !== 'group')
        return [
          { linkId: each.linkId, answer: [value].flat().map((one) => answer(each.type, one)) },
        ];
      const medicines = (value as Record<string, unknown>[]).map((medicine) =>
        (each.item ?? []).flatMap(({ linkId: id, type }) => {
          const told = medicine[id.slice(each.linkId.length + 1)];
          return told === undefined ? [] : [{ linkId: id, answer: [answer(type, told)] }];
        }),
      );
      const none = [[{ linkId: `${each.linkId}.name`, answer: [{ valueString: 'none' }] }]];
      return (medicines.length === 0 ? none : medicines).map((inner) => ({
        linkId: each.linkId,
        item: inner,
      }));
    }),
  }));
  return response(items);
}

test('a response to our Questionnaire is decided as the same answers are', () => {
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      const read = answers(filled(raw)) as RawIntake;
      expect(screenRaw(read)).toEqual(screenRaw(raw));
    }),
    { numRuns: 30 },
  );
});

describe('a response', () => {
  test('has its id and moment where no item gives them', () => {
    const read = answers(
      response([{ linkId: 'patient.sex', answer: [{ valueCoding: { code: 'male' } }] }], {
        identifier: { value: 'A-1' },
        authored: '2026-11-20T08:00:00Z',
      }),
    );
    expect(read).toEqual({ id: 'A-1', screened_at: '2026-11-20T08:00:00Z', 'patient.sex': 'male' });
  });

  test('tells what is not known by the reason', () => {
    const extension = [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
        valueCode: 'asked-declined',
      },
    ];
    expect(answers(response([{ linkId: 'patient.sex', extension }]))).toEqual({
      'patient.sex': 'declined',
    });
  });

  test('keeps the unit of a quantity', () => {
    expect(
      answers(
        response([{ linkId: 'x', answer: [{ valueQuantity: { value: 8.4, unit: 'mmol/L' } }] }]),
      ),
    ).toEqual({ x: '8.4 mmol/L' });
  });

  test('keeps answers below answers, ours or not, for their reader to refuse', () => {
    expect(
      answers(
        response([
          {
            linkId: 'a',
            answer: [
              { valueString: 'x', item: [{ linkId: 'b', answer: [{ valueBoolean: true }] }] },
            ],
          },
        ]),
      ),
    ).toEqual({ a: 'x', b: true });
  });

  test.each([
    ['entered in error', response([], { status: 'entered-in-error' }), ['entered-in-error']],
    [
      'with an answer that has no value',
      response([{ linkId: 'a', answer: [{ valueAttachment: {} }] }]),
      ['wrong-type a'],
    ],
    ['that is none', statement('active', {}), ['no-response']],
    ['of two', bundle(response([]), response([])), ['no-response']],
  ])('%s is rejected', (_, resource, codes) => {
    expect(answers(resource)).toEqual(codes);
  });
});

describe('the medicines of a Bundle', () => {
  test('join the response, by code where the formulary knows it, else by their text', () => {
    const read = answers(
      bundle(
        response([]),
        statement('active', {
          medicationCodeableConcept: { coding: [{ system: RXNORM, code: '1364430' }], text: 'x' },
          dosage: [{ text: '5 mg bid' }],
        }),
        statement('stopped', {
          medicationCodeableConcept: { text: 'clopidogrel' },
          effectivePeriod: { end: '2025-12-20' },
        }),
        statement('unknown', {
          medicationCodeableConcept: { coding: [{ system: 'ndc', code: '50580-506-02' }] },
        }),
        statement('entered-in-error', { medicationCodeableConcept: { text: 'Xarelto' } }),
      ),
    );
    expect(read).toEqual({
      medications: [
        { name: 'apixaban', dose: '5 mg bid', still_taking: true },
        { name: 'clopidogrel', still_taking: false, last_taken: '2025-12-20' },
        { name: '50580-506-02' },
      ],
    });
  });

  test('may be named by reference, and are refused when it leads nowhere', () => {
    const named = statement('active', {
      medicationReference: { reference: '#m' },
      contained: [{ id: 'm', code: { text: 'aspirin' } }],
    });
    expect(answers(bundle(response([]), named))).toEqual({
      medications: [{ name: 'aspirin', still_taking: true }],
    });
    const beside = statement('active', { medicationReference: { reference: 'urn:uuid:m' } });
    const medication = { resourceType: 'Medication', code: { text: 'aspirin' } };
    const entry = [
      { resource: response([]) },
      { resource: beside },
      { fullUrl: 'urn:uuid:m', resource: medication },
    ];
    expect(answers({ resourceType: 'Bundle', entry })).toEqual({
      medications: [{ name: 'aspirin', still_taking: true }],
    });
    const lost = statement('active', { medicationReference: { reference: 'Medication/missing' } });
    expect(answers(bundle(response([]), lost))).toEqual(['unresolved-medicine medications']);
  });
});

test('a medicine keeps the strength that its text tells beside its code, and its dose as a quantity', () => {
  const coding = [{ system: RXNORM, code: '1364430' }];
  const told = (concept: Item): unknown =>
    answers(
      bundle(
        response([]),
        statement('active', {
          medicationCodeableConcept: concept,
          dosage: [{ doseAndRate: [{ doseQuantity: { value: 5, unit: 'mg' } }] }],
        }),
      ),
    );
  const medicine = { dose: '5 mg', still_taking: true };
  expect(told({ coding, text: 'Apixaban 5 mg tablet' })).toEqual({
    medications: [{ name: 'Apixaban 5 mg tablet', ...medicine }],
  });
  expect(told({ coding, text: 'white pill' })).toEqual({
    medications: [{ name: 'apixaban', ...medicine }],
  });
});

test('a medicine that is not to be given is none, and a year alone no last dose', () => {
  const concept = { medicationCodeableConcept: { text: 'clopidogrel' } };
  const never = {
    resourceType: 'MedicationRequest',
    status: 'active',
    doNotPerform: true,
    ...concept,
  };
  const stopped = statement('stopped', { ...concept, effectivePeriod: { end: '2025' } });
  expect(answers(bundle(response([]), never, stopped))).toEqual({
    medications: [{ name: 'clopidogrel', still_taking: false }],
  });
});

test.each([
  ['2026-11-20', '2026-11-20T23:59'],
  ['2026-11-20T10:00:00-09:00', '2026-11-20T10:00:00-09:00'],
  ['2026-11', '2026-11'],
])('a response that was authored on %s was screened at %s', (authored, screened) => {
  expect(answers(response([], { authored }))).toEqual({ screened_at: screened });
});
