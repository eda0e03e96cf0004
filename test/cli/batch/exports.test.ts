/** Files of the shapes that clinics, FHIR servers and Synthea send, written for this test: each row is decided, or rejected for what is true. */
import { describe, expect, test } from 'vitest';

import { batch } from '../../support/batch.ts';

const AT = '2026-11-24T09:00';
const TYPE = 'cervical-facet-injection';

/** The places of a rejects file, with field and code, and the reason. */
function rejected(files: Readonly<Record<string, string>>): string[] {
  const table = files['out.csv.rejects.csv'];
  const lines = files['out.csv.rejects.ndjson'];
  if (table !== undefined) {
    const rows = table.split('\r\n').slice(1, -1);
    return rows.map((row) => row.slice(row.indexOf(',') + 1));
  }
  return (lines ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const { line: at, faults } = (
        JSON.parse(line) as {
          reject: { line: number; faults: { code: string; field: string; message: string }[] };
        }
      ).reject;
      const told = faults.map(({ code, field, message }) => `${field} ${code}: ${message}`);
      return `${at} ${told.join('; ')}`;
    });
}

describe('a messy table', () => {
  const MAP = `columns:
  id: MRN
  medications: Medications
  supplements: {column: OTC, values: {"n/a": none}}
constants: {procedure.type: ${TYPE}, procedure.at: "${AT}", screened_at: "2026-11-20T10:00"}
name: Name
`;

  test.each([
    [
      'a mark, semicolons and a quoted line break',
      Buffer.from('\uFEFFMRN;Name;Medications;OTC\r\nM1;Doe;"plavix 75; ASA\r\n81";n/a\r\n'),
    ],
    [
      'Windows-1252',
      Buffer.from(
        'MRN,Name,Medications,OTC\nM1,Jos\xE9 Mu\xF1oz,"Parac\xE9tamol 500 mg; Plavix\xAE 75",n/a\n',
        'latin1',
      ),
    ],
    [
      'UTF-16 with tabs',
      Buffer.from('\uFEFFMRN\tName\tMedications\tOTC\nM1\tDoe\t"plavix 75"\tn/a\n', 'utf16le'),
    ],
    [
      'lines of JSON',
      Buffer.from('{"MRN":"M1","Name":"Doe","Medications":["plavix 75"],"OTC":"n/a"}\n'),
    ],
  ])('with %s is decided through its mapping', async (_, bytes) => {
    const files = { 'in.txt': bytes, 'map.yaml': MAP };
    const {
      code,
      files: written,
      stderr,
    } = await batch(files, 'in.txt', '--map', 'map.yaml', '--out', 'out.csv');
    expect([code, stderr]).toEqual([0, expect.stringContaining('1 row: 1 decided')]);
    expect(written['out.csv']).toMatch(/= clopidogrel: /);
  });

  test('with ragged rows, a column twice and a quote left open is rejected row by row', async () => {
    const table =
      'id,medications,medications,notes\nM1,eliquis,metoprolol\nM2,none,,,more,cells\n\nM3,"plavix,,\n';
    const { code, files } = await batch({ 'in.csv': table }, 'in.csv', '--out', 'out.csv');
    expect(code).toBe(3);
    expect(rejected(files)).toEqual([
      expect.stringMatching(/^2,1,.*ragged-row; duplicate-field.*,M1,eliquis,metoprolol$/),
      expect.stringMatching(/^3,2,.*ragged-row.*,M2,none,,,more,cells$/),
      expect.stringMatching(/^5,3,.*unclosed-quote.*,M3,"plavix,,$/),
    ]);
  });

  test('whose days have no hour is rejected for the hour', async () => {
    const table = `id,procedure.type,procedure.at\nM1,${TYPE},2026-01-12\n`;
    const { files } = await batch({ 'in.csv': table }, 'in.csv', '--out', 'out.csv');
    expect(rejected(files)[0]).toContain('the hour is missing: write it like 2026-11-24T09:00');
  });

  test.each([
    ['a note in free text', 'NURSE CALL 1/5/26 0910\nPt M14. Meds: the pink pill, metformin\n'],
    ['columns of other names', 'mrn,drug\nM1,plavix\n'],
  ])('that is %s is refused, with what to do', async (_, text) => {
    const { code, stderr, files } = await batch({ 'in.txt': text }, 'in.txt', '--out', 'out.csv');
    expect([code, Object.keys(files)]).toEqual([2, ['in.txt']]);
    expect(stderr).toContain('--suggest-map > mapping.yaml');
  });
});

describe('FHIR resources', () => {
  const item = (linkId: string, answer: object): object => ({ linkId, answer: [answer] });
  const response = (more: object): object => ({ resourceType: 'QuestionnaireResponse', ...more });
  const OURS = [
    item('id', { valueString: 'M1' }),
    item('procedure.type', { valueCoding: { code: TYPE } }),
    item('procedure.at', { valueDateTime: AT }),
  ];
  const bundle = (...resources: readonly object[]): object => ({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
  });

  test.each([
    [
      'a response to another form, in groups',
      response({ item: [{ linkId: '1', item: [item('1.1', { valueCoding: { code: '1' } })] }] }),
      '`1.1` is no question of this screen',
    ],
    [
      'a response that was amended and has no answers',
      response({ status: 'amended', item: [{ linkId: 'id', text: 'MRN' }] }),
      '`id` is missing',
    ],
    [
      'an answer of a kind that is none of ours',
      response({ item: [...OURS, item('driver.arranged', { valueAttachment: {} })] }),
      'the answer has no value that can be read',
    ],
    [
      'an allergy by itself',
      { resourceType: 'AllergyIntolerance' },
      'found a resource of type AllergyIntolerance',
    ],
    [
      'a list',
      { resourceType: 'List', entry: [{ item: { reference: 'AllergyIntolerance/1' } }] },
      'found a resource of type List',
    ],
    [
      'a questionnaire',
      { resourceType: 'Questionnaire', item: [{ linkId: 'id' }] },
      'found a resource of type Questionnaire',
    ],
    [
      'medicines without a response',
      bundle({
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: 'Eliquis' },
      }),
      'no QuestionnaireResponse of the same subject',
    ],
  ])('that are %s are rejected for that', async (_, resource, reason) => {
    const text = JSON.stringify(resource, null, 2);
    const { code, files } = await batch({ 'in.json': text }, 'in.json', '--out', 'out.csv');
    expect([code, rejected(files)]).toEqual([3, [expect.stringContaining(reason)]]);
  });

  test('are decided where a response is one to our form, with what stands beside it', async () => {
    const medicine = {
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept: { text: 'Eliquis 5 MG Oral Tablet' },
    };
    const text = JSON.stringify(
      bundle({ resourceType: 'Patient' }, response({ item: OURS }), medicine),
    );
    const { code, files } = await batch({ 'in.json': text }, 'in.json', '--out', 'out.csv');
    expect([code, files['out.csv']]).toEqual([0, expect.stringContaining('= apixaban: ')]);
  });
});

test('a folder of Synthea goes in through a mapping: patients, and their medicines beside them', async () => {
  const files = {
    'patients.csv':
      'Id,BIRTHDATE,SSN,FIRST,LAST,GENDER\n5640-aa,1973-10-11,999-00-1,Ann,Doe,F\n32f1-bb,1950-02-03,999-00-2,Ben,Roe,M\n',
    'medications.csv':
      'START,STOP,PATIENT,CODE,DESCRIPTION,REASONDESCRIPTION\n2020-01-30T23:37:29Z,,5640-aa,855332,Warfarin Sodium 5 MG Oral Tablet,Atrial fibrillation\n2001-01-30T23:37:29Z,2001-02-13T23:37:29Z,32f1-bb,310965,Ibuprofen 200 MG Oral Tablet,\n',
    'map.yaml': `columns:
  id: Id
  patient.age_years: {column: BIRTHDATE, as: age}
  patient.sex: {column: GENDER, values: {M: male, F: female}}
medicine_file:
  id: PATIENT
  name: DESCRIPTION
  last_taken: {column: STOP, format: "YYYY-MM-DDTHH:mm:ssZ"}
constants: {procedure.type: ${TYPE}, procedure.at: "${AT}", screened_at: "2026-11-20T10:00"}
ignore: [SSN, FIRST, LAST, START, CODE, REASONDESCRIPTION]
`,
  };
  const args = ['patients.csv', '--medicines', 'medications.csv', '--map', 'map.yaml'];
  const { code, stderr, files: written } = await batch(files, ...args, '--out', 'out.csv');
  expect([code, stderr]).toEqual([0, expect.stringContaining('2 rows: 2 decided, 0 rejected')]);
  const [, ann, ben] = written['out.csv']?.split('\r\n') ?? [];
  expect(ann).toContain('Warfarin Sodium 5 MG Oral Tablet = warfarin: ');
  expect(ben).toContain('Ibuprofen 200 MG Oral Tablet = ibuprofen: ');
});
