import { describe, expect, test } from 'vitest';

import {
  headerFaults,
  type Mapping,
  readMapping,
} from '../../../src/batch/mapping/read-mapping.ts';
import { readOf } from '../../support/places.ts';
import { shipped } from '../../support/shipped.ts';

function faults(text: string): (readonly [string, string])[] {
  const read = readMapping({ file: 'm.yaml', text }, shipped.ruleSet);
  return read.ok ? [] : read.diagnostics.map(({ code, message }) => [code, message] as const);
}

function mapping(text: string): Mapping {
  return readOf(readMapping({ file: 'm.yaml', text }, shipped.ruleSet));
}

describe('a mapping', () => {
  test.each([
    ['columns: {diabetes.typ: DM}', 'unknown-fact'],
    ['constants: {nothing: 1}', 'unknown-fact'],
    ['{columns: {id: MRN}, constants: {id: x}}', 'duplicate-fact'],
    ['{columns: {medications: Meds}, medicines: [{name: Med1}]}', 'duplicate-fact'],
    ['columns: {procedure.at: {column: D, format: MM/DD/YY}}', 'unknown-format'],
    ['medicines: [{name: M, last_taken: {column: D, format: later}}]', 'unknown-format'],
    ['medicine_file: {id: M, name: N, last_taken: {column: D, format: later}}', 'unknown-format'],
    ['colums: {id: MRN}', 'unknown-key'],
  ])('with a fault tells its place: %s', (text, code) => {
    expect(faults(text).map(([found]) => found)).toEqual([code]);
  });

  test('knows every column of a header, or says which it does not', () => {
    const read = mapping('{columns: {id: MRN}, medicines: [{name: Med1}], ignore: [Name]}');
    expect(
      headerFaults(
        ['MRN', 'Med1', 'Name', 'reject.code', 'patient.sex', ''],
        read,
        new Set(['patient.sex']),
      ),
    ).toEqual({ unknown: [], absent: [] });
    expect(headerFaults(['MRN', 'DOB'], read, new Set())).toEqual({
      unknown: ['DOB'],
      absent: ['Med1'],
    });
  });
});
