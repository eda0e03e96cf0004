import { describe, expect, test } from 'vitest';

import type { Resource } from '../../../src/batch/fhir/resource.ts';
import { splitBundle } from '../../../src/batch/fhir/split-bundle.ts';
import type { JsonPiece } from '../../../src/batch/json-reader.ts';

type Item = Readonly<Record<string, unknown>>;

const of = (reference: string): Item => ({ subject: { reference } });

function response(more: Item): Item {
  return { resourceType: 'QuestionnaireResponse', ...more };
}

function statement(more: Item): Item {
  return { resourceType: 'MedicationStatement', ...more };
}

function split(raw: string): readonly JsonPiece[] {
  return splitBundle(JSON.parse(raw) as Resource, { line: 7, raw });
}

function bundle(...resources: readonly Item[]): string {
  const entry = resources.map((resource) => ({ resource }));
  return JSON.stringify({ resourceType: 'Bundle', entry }, null, 2);
}

function typesIn({ raw }: JsonPiece): string[] {
  const { entry } = JSON.parse(raw) as { entry: { resource: Resource }[] };
  return entry.map(({ resource }) => resource.resourceType);
}

describe('a Bundle of many patients', () => {
  test('comes apart into one each, with what belongs to it', () => {
    const parts = split(
      bundle(
        response(of('Patient/1')),
        response(of('Patient/2')),
        statement(of('Patient/2')),
        { resourceType: 'AllergyIntolerance', patient: { reference: 'Patient/1' } },
        { resourceType: 'Practitioner' },
      ),
    );
    expect(parts.map(typesIn)).toEqual([
      ['QuestionnaireResponse', 'AllergyIntolerance'],
      ['QuestionnaireResponse', 'MedicationStatement'],
    ]);
  });

  test('keeps each entry as it stands, and knows its line', () => {
    const [first, second] = [
      '{ "fullUrl":"urn:1","resource" : {"resourceType":"QuestionnaireResponse", "n": 1.50,"subject":{"reference":"P/1"}} }',
      '{"resource":{"subject":{"reference":"P/2"},\n "text":"\\u00e9 ] , \\"entry\\"",  "resourceType":"QuestionnaireResponse"}}',
    ];
    const raw = `{"resourceType":"Bundle",\n"link":[{"entry":[0]}],\n"entry":[\n${first} ,\n${second}\n],"total":2}`;
    expect(split(raw)).toEqual([
      { line: 10, raw: `{"resourceType":"Bundle","type":"collection","entry":[${first}]}` },
      { line: 11, raw: `{"resourceType":"Bundle","type":"collection","entry":[${second}]}` },
    ]);
  });

  test('loses nothing that belongs to nobody: it is a part that is rejected', () => {
    const parts = split(bundle(response(of('Patient/1')), statement(of('Patient/9'))));
    expect(parts.map(typesIn)).toEqual([['QuestionnaireResponse'], ['MedicationStatement']]);
  });

  test('gives each patient the medications that it refers to', () => {
    const medication = { resourceType: 'Medication' };
    const parts = split(bundle(response(of('P/1')), response(of('P/2')), medication));
    expect(parts.map(typesIn)).toEqual([
      ['QuestionnaireResponse', 'Medication'],
      ['QuestionnaireResponse', 'Medication'],
    ]);
  });
});

describe('a Bundle of one patient', () => {
  test('stays as it is, and so does an empty one', () => {
    for (const raw of [bundle(response(of('Patient/1')), { resourceType: 'Patient' }), bundle()])
      expect(split(raw)).toEqual([{ line: 7, raw }]);
  });

  test('is known by a version of the patient, too', () => {
    const versioned = statement(of('Patient/1/_history/3'));
    expect(split(bundle(response(of('Patient/1')), versioned))).toHaveLength(1);
  });
});
