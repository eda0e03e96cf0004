import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { batch } from '../../support/batch.ts';
import { folderWith, run, runJson } from '../../support/command-line.ts';

const HEADER = 'id,procedure.type,procedure.at,screened_at,medications';
const ROW = 'cervical-facet-injection,2026-11-24T09:00,2026-11-20T10:00,aspirin 81 mg @ 2026-11-19';
const GOOD = `A-1,${ROW}`;
const BAD = 'A-2,facet,2026-11-24T09:00,2026-11-20T10:00,none';

function table(...rows: readonly string[]): string {
  return [HEADER, ...rows, ''].join('\r\n');
}

const OBJECT =
  '{"id":"A-1","procedure":{"type":"cervical-facet-injection","at":"2026-11-24T09:00"},"screened_at":"2026-11-20T10:00","medications":["aspirin 81 mg"]}';

describe('every form of input', () => {
  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const forms: Readonly<Record<string, string | Uint8Array>> = {
    'plain.csv': table(GOOD),
    'mark.csv': `\uFEFF${table(GOOD)}`,
    'semicolons.csv': table(GOOD).replaceAll(',', ';'),
    'tabs.txt': table(GOOD).replaceAll(',', '\t'),
    'wide.csv': utf16(table(GOOD)),
    'big-endian.csv': utf16(table(GOOD)).swap16(),
    'packed.csv': gzipSync(table(GOOD)),
    'lines.ndjson': `${OBJECT}\n`,
    'array.json': `[\n${OBJECT}\n]`,
    'packed-array.bin': gzipSync(`[${OBJECT}]`),
    'one.json': JSON.stringify(JSON.parse(OBJECT), null, 2),
  };

  test.each(Object.keys(forms))('is recognised by its content: %s', async (name) => {
    const { code, files } = await batch(
      { [name]: forms[name] ?? '' },
      name,
      '--out',
      'results.ndjson',
    );
    expect(code).toBe(0);
    expect(files['results.ndjson']).toContain('"id":"A-1","disposition":"hold"');
  });

  test.each(['', '\n\n'])('is refused when nothing stands in it: %j', async (text) => {
    const { code, stderr, files } = await batch({ 'in.csv': text }, 'in.csv', '--out', 'out.csv');
    expect([code, stderr]).toEqual([2, expect.stringContaining('in.csv: nothing is in it')]);
    expect(files).not.toHaveProperty('out.csv');
  });

  test('may be several files, one after the other', async () => {
    const both = await batch(
      { 'a.csv': table(GOOD), 'b.csv': table(`A-3${GOOD.slice(3)}`) },
      '*.csv',
      '--out',
      'out.tsv',
    );
    expect(both.files['out.tsv']?.split('\r\n').map((line) => line.split('\t')[0])).toEqual([
      'id',
      'A-1',
      'A-3',
      '',
    ]);
  });
});

describe('results', () => {
  test('are those of check, byte for byte', async () => {
    const files = { 'in.json': `[${OBJECT},{}]` };
    const { folder, files: written } = await batch(files, 'in.json', '--out', 'out.json');
    const checked = await run(['check', join(folder, 'in.json'), '--json']);
    const decided = (text = ''): string => text.slice(0, text.indexOf('    "id": null'));
    expect(decided(written['out.json'])).toBe(decided(checked.stdout));
  });

  test('of no rows are a file without any', async () => {
    const { code, files } = await batch(
      { 'in.csv': `${HEADER}\n`, 'in.json': '[]' },
      'in.csv',
      '--out',
      'out.json',
    );
    expect([code, files['out.json']]).toEqual([0, '[]\n']);
  });

  test('tell the most restrictive disposition, when asked to', async () => {
    expect(
      (await batch({ 'in.csv': table(GOOD) }, 'in.csv', '--out', 'out.csv', '--exit-code')).code,
    ).toBe(20);
  });

  test('never take the place of an input', async () => {
    const { code, files } = await batch({ 'in.csv': table(GOOD) }, 'in.csv', '--out', 'in.csv');
    expect([code, files['in.csv']]).toEqual([2, table(GOOD)]);
  });
});

describe('a rejected row', () => {
  test('keeps its bytes, its place and why, and nothing of it is in a message', async () => {
    const { code, stderr, files } = await batch(
      { 'in.csv': table(GOOD, '', BAD) },
      'in.csv',
      '--out',
      'out.csv',
    );
    expect(code).toBe(3);
    const [header, row] = files['out.csv.rejects.csv']?.split('\r\n') ?? [];
    expect(header).toBe(
      `reject.file,reject.line,reject.record,reject.field,reject.code,reject.reason,${HEADER}`,
    );
    expect(row).toContain(',4,2,procedure.type,unknown-choice,');
    expect(row?.endsWith(`,${BAD}`)).toBe(true);
    expect(stderr).toContain('in.csv:4: record 2 rejected: unknown-choice');
    expect(stderr).toContain('procedure.type (1 row): it is none of the choices');
    expect(stderr).not.toContain('facet');
  });

  test('can be corrected and fed in again', async () => {
    const first = await batch({ 'in.csv': table(BAD) }, 'in.csv', '--out', 'out.csv');
    const corrected =
      first.files['out.csv.rejects.csv']?.replace(',facet,', ',cervical-facet-injection,') ?? '';
    const again = await batch({ 'again.csv': corrected }, 'again.csv', '--out', 'out.csv');
    expect(again.code).toBe(0);
    expect(Object.keys(again.files).toSorted()).toEqual(['again.csv', 'out.csv']);
  });

  test('of a Bundle keeps its entry, and can be corrected and fed in again', async () => {
    const answer = (linkId: string, value: string): string =>
      `{"linkId":"${linkId}", "answer":[{"valueString":"${value}"}]}`;
    const entry = (id: string, type: string): string =>
      `{"resource": {"resourceType":"QuestionnaireResponse", "subject":{"reference":"${id}"}, "item":[${answer('id', id)}, ${answer('procedure.type', type)}, ${answer('procedure.at', '2026-11-24T09:00')}]}}`;
    const bad = entry('A-2', 'facet');
    const bundle = `{"resourceType":"Bundle","entry":[\n${entry('A-1', 'cervical-facet-injection')},\n${bad}\n]}`;
    const first = await batch({ 'in.json': bundle }, 'in.json', '--out', 'out.csv');
    const rejects = first.files['out.csv.rejects.ndjson'] ?? '';
    expect(first.stderr).toContain('in.json:3: record 2 rejected');
    expect(rejects).toContain(`"entry":[${bad}]}`);
    const corrected = rejects.replace(
      '"valueString":"facet"',
      '"valueString":"cervical-facet-injection"',
    );
    const again = await batch({ 'again.ndjson': corrected }, 'again.ndjson', '--out', 'out.csv');
    expect([again.code, again.files['out.csv']]).toEqual([0, expect.stringContaining('A-2,')]);
  });

  test('is in a file of its form, in the encoding of its source', async () => {
    const files = {
      'a.csv': table('Jos\u00E9').replace('Jos\u00E9', Buffer.from('José').toString('utf8')),
      'b.ndjson': '{}\n',
    };
    const { files: written } = await batch(
      files,
      'a.csv',
      'b.ndjson',
      '--out',
      'out.csv',
      '--rejects',
      'bad.csv',
    );
    expect(Object.keys(written).toSorted()).toEqual([
      'a.csv',
      'b.ndjson',
      'bad-2.csv',
      'bad.csv',
      'out.csv',
    ]);
    expect(Buffer.from(written['bad.csv'] ?? '', 'latin1').toString()).toContain('José');
  });

  test('of which there are too many leaves nothing written', async () => {
    const { code, stderr, files } = await batch(
      { 'in.csv': table(GOOD, BAD, BAD) },
      'in.csv',
      '--out',
      'out.csv',
      '--max-reject-share',
      '50%',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('2 of 3 rows are rejected (unknown-choice 2)');
    expect(Object.keys(files)).toEqual(['in.csv']);
  });
});

test('a patient in two rows for the same procedure time is told, by where and not by whom', async () => {
  const table3 = table(GOOD, `A-9${GOOD.slice(3)}`, GOOD);
  const { code, stderr } = await batch({ 'in.csv': table3 }, 'in.csv', '--out', 'out.csv');
  expect(code).toBe(0);
  expect(stderr).toMatch(/1 patient stands in several rows .*\n +\S*in\.csv:2, \S*in\.csv:4\n/);
  expect(stderr).not.toContain('A-1');
});

describe('a second file', () => {
  const HEAD = 'id,name,last_taken,still_taking';

  test('gives the medicines, one a row', async () => {
    const files = {
      'in.csv': table(GOOD.replace(/,aspirin.*$/, ',')),
      'meds.csv': `${HEAD}\nA-1,Eliquis,2026-11-20,yes\nA-1,"=metoprolol",,\nA-9,aspirin,,\n`,
    };
    const {
      code,
      stderr,
      files: written,
    } = await batch(files, 'in.csv', '--medicines', 'meds.csv', '--out', 'out.csv');
    expect(code).toBe(3);
    expect(written['out.csv']).toContain('Eliquis = apixaban: hold-window');
    expect(stderr).toContain('ids of the medicines file that are no patient of these files: 1');
  });

  test('with a row that cannot be read stops everything, as no medicine may be lost', async () => {
    const files = { 'in.csv': table(GOOD), 'meds.csv': `${HEAD}\n,Eliquis,,\n` };
    const { code, stderr } = await batch(
      files,
      'in.csv',
      '--medicines',
      'meds.csv',
      '--out',
      'out.csv',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('meds.csv:2: record 1: the medicine has no `id`');
  });
});

describe('trouble', () => {
  test.each([
    [
      'a gzip file that is cut off',
      { 'in.csv': gzipSync(table(GOOD).repeat(500)).subarray(0, 60) },
      'the gzip file is cut off or damaged',
    ],
    ['a file that is not there', {}, 'in.csv: there is no such file'],
  ])('with %s is told plainly and leaves nothing', async (_, files, words) => {
    const ended = await batch(files, 'in.csv', '--out', 'out.csv');
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(words);
    expect(existsSync(join(ended.folder, 'out.csv'))).toBe(false);
    expect(existsSync(join(ended.folder, 'out.csv.partial'))).toBe(false);
  });

  test.each([
    [[], '--out FILE is missing'],
    [['--out', 'out.pdf'], 'is no format of results'],
    [['--out', '-', '--json'], 'results need a file'],
    [['--out', 'o.csv', '--max-reject-share', 'many'], 'write it like 0.1 or 10%'],
    [['--out', 'o.csv', '--delimiter', 'ab'], 'it is one character'],
    [['--out', 'o.csv', '--header-row', '0'], 'the number of a line'],
    [['--out', 'o.csv', '--names'], '--report FILE makes one'],
  ])('with the options %j is told too', async (options, words) => {
    const { code, stderr } = await run(['batch', '-', ...options]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

test('the summary is one JSON document, when asked for', async () => {
  const folder = folderWith({ 'in.csv': table(GOOD, BAD) });
  const { json, stderr } = await runJson([
    'batch',
    join(folder, 'in.csv'),
    '--out',
    join(folder, 'out.csv'),
  ]);
  expect(json).toMatchObject({
    schema: 'prescreen.batch/1',
    rows: 2,
    decided: 1,
    rejected: 1,
    rejected_for: { 'unknown-choice': 1 },
  });
  expect(stderr).toBe('');
});
