import { describe, expect, test } from 'vitest';

import { checkColumns } from '../../../src/cli/batch/mapping-file.ts';
import { batch } from '../../support/batch.ts';

test('a table below titles is read from the line that is said, its rows keep their places, and its rejects are fed in the same way', async () => {
  const text =
    'Week of 23 Nov;;\n\nid;procedure.type;procedure.at\nA-1;cervical-facet-injection;2026-11-24T09:00\nA-2;x;y\n';
  const args = ['in.csv', '--out', 'out.csv', '--as-of', '2026-11-20T10:00'];
  const refused = await batch({ 'in.csv': text }, ...args);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--header-row LINE')]);
  const { code, stderr, files } = await batch({ 'in.csv': text }, ...args, '--header-row', '3');
  expect([code, stderr]).toEqual([3, expect.stringContaining('in.csv:5: record 2 rejected')]);
  expect(files['out.csv']?.split('\r\n')[1]).toMatch(/^A-1,/);
  const rejects = files['out.csv.rejects.csv']?.replace(
    'A-2;x;y',
    'A-2;cervical-facet-injection;2026-11-24T09:00',
  );
  const again = await batch({ 'in.csv': rejects ?? '' }, ...args, '--header-row', '3');
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('1 row: 1 decided')]);
});

test('a line above the header may say which delimiter is meant', async () => {
  const text =
    'sep=^\r\nid^procedure.type^procedure.at\r\nA;1,a^cervical-facet-injection^2026-11-24T09:00\r\n';
  const { code, files } = await batch(
    { 'in.csv': text },
    'in.csv',
    '--out',
    'out.csv',
    '--as-of',
    '2026-11-20T10:00',
  );
  expect([code, files['out.csv']?.includes('"A;1,a",')]).toEqual([0, true]);
});

describe('a mapping', () => {
  const EXPORT =
    'MRN,Name,Type,Day\nA-1,"Doe, Jane",FJI,11/24/2026 09:00\nA-2,"Roe, Rick",FJI,24.11.2026\n';
  const MAPPING = `
columns:
  id: MRN
  procedure.type: {column: Type, values: {FJI: cervical-facet-injection}}
  procedure.at: {column: Day, format: MM/DD/YYYY HH:mm}
name: Name
`;

  test('makes answers of an export, and names patients only where they are asked for', async () => {
    const files = { 'in.csv': EXPORT, 'm.yaml': MAPPING };
    const args = [
      'in.csv',
      '--map',
      'm.yaml',
      '--as-of',
      '2026-11-20T10:00',
      '--out',
      'out.csv',
      '--report',
      'page.html',
    ];
    const ids = await batch(files, ...args);
    expect([ids.code, ids.files['out.csv']?.split('\r\n').length]).toEqual([3, 3]);
    expect(ids.files['page.html']).toContain('A-1');
    const named = await batch(files, ...args, '--names');
    expect(named.files['page.html']).toContain('Doe, Jane');
    for (const text of [
      ids.files['page.html'],
      ids.files['out.csv'],
      named.files['out.csv'],
      ids.stderr,
    ])
      expect(text).not.toContain('Doe');
  });

  test('that does not fit the columns stops the run', async () => {
    const files = { 'in.csv': EXPORT.replace('Name', 'Patient'), 'm.yaml': MAPPING };
    const {
      code,
      stderr,
      files: written,
    } = await batch(files, 'in.csv', '--map', 'm.yaml', '--out', 'out.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('`Name` is asked for by the mapping and is no column');
    expect(stderr).toContain('`Patient` is a column of which the mapping says nothing');
    expect(Object.keys(written).toSorted()).toEqual(['in.csv', 'm.yaml']);
  });

  test('with a fault is shown with its place', async () => {
    const { code, stderr } = await batch(
      { 'in.csv': EXPORT, 'm.yaml': 'columns: {idd: MRN}' },
      'in.csv',
      '--map',
      'm.yaml',
      '--out',
      'out.csv',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('m.yaml:1:11');
  });

  test('is suggested for an export', async () => {
    const { code, stdout } = await batch({ 'in.csv': EXPORT }, 'in.csv', '--suggest-map');
    expect([code, stdout]).toEqual([0, expect.stringContaining('id: "MRN"')]);
  });
});

describe('a file without a mapping', () => {
  const facts = new Set(['id', 'patient.sex']);

  test('of which no column is a question is refused, with what helps', () => {
    expect(() => checkColumns({ file: 'in.csv', header: ['MRN', 'Sex'] }, facts)).toThrow(
      /in\.csv: none of its columns .*`MRN`, `Sex`\n.*\n +prescreen batch in\.csv --suggest-map/,
    );
  });

  test.each([[['id', 'MRN']], [['reject.code', 'id']], [[]]])('is read: %j', (header) => {
    expect(() => checkColumns({ file: 'in.csv', header }, facts)).not.toThrow();
  });
});
