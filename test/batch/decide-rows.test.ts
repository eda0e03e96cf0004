/** @module-tag long */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BatchDecider, type OutputKind, type Rows } from '../../src/batch/decide-rows.ts';
import type { Row } from '../../src/batch/row.ts';
import { rowsOf } from '../../src/batch/row-run.ts';
import { TablePieces } from '../../src/batch/table-pieces.ts';
import { generatedIntake } from '../support/generated-intake.ts';
import { type RawIntake, screenRaw, shippedScreener } from '../support/shipped.ts';

function decider(output: OutputKind): BatchDecider {
  const reading = { zone: shippedScreener.zone, asOf: undefined, now: 0 };
  return new BatchDecider({ screener: shippedScreener, reading, output, medicines: new Map() });
}

function json(...values: readonly unknown[]): Rows {
  const rows = values.map((value, index): Row => {
    const raw = typeof value === 'string' ? value : JSON.stringify(value);
    return { record: index + 1, line: index + 1, raw, content: { kind: 'json' } };
  });
  return { source: { file: 'in.ndjson' }, run: { kind: 'rows', rows } };
}

/** The same answers as a table has them: texts, lists in one cell. Medicines stay out, as a cell cannot tell all of one. */
function table(answers: RawIntake): Rows {
  const told = Object.entries(answers).filter(([, value]) => value !== null && !isMedicines(value));
  const cells = told.map(([, value]) => (Array.isArray(value) ? value.join('; ') : String(value)));
  const row: Row = { record: 1, line: 2, raw: '', content: { kind: 'cells', cells } };
  const header = told.map(([name]) => name);
  return { source: { file: 'in.csv', header }, run: { kind: 'rows', rows: [row] } };
}

function isMedicines(value: unknown): boolean {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] === 'object');
}

describe('a row is decided as a single intake is', () => {
  test('from JSON', () => {
    fc.assert(
      fc.property(generatedIntake, (raw) => {
        expect(decider('ndjson').decide(json(raw)).text).toBe(
          `${JSON.stringify(screenRaw(raw))}\n`,
        );
      }),
      { numRuns: 30 },
    );
  });

  test('from the cells of a table', () => {
    fc.assert(
      fc.property(generatedIntake, (raw) => {
        const told = Object.fromEntries(
          Object.entries(raw).filter(([, value]) => !isMedicines(value)),
        );
        expect(decider('ndjson').decide(table(raw)).text).toBe(
          `${JSON.stringify(screenRaw(told))}\n`,
        );
      }),
      { numRuns: 30 },
    );
  });
});

const GOOD = {
  id: 'A-1',
  'procedure.type': 'cervical-facet-injection',
  'procedure.at': '2026-11-24T09:00',
  screened_at: '2026-11-20T10:00',
};

describe('rows that cannot be decided', () => {
  const rows = json(GOOD, { ...GOOD, id: null }, '{"id":', [1]);

  test('are counted beside the decided ones, by why', () => {
    const { tally } = decider('csv').decide(rows);
    expect(tally).toMatchObject({ rows: 4, rejected: 3, decided: { hold: 1 } });
    expect([...tally.faults.keys()].toSorted()).toEqual([
      'invalid-json',
      'missing-field',
      'not-an-object',
    ]);
  });

  test('are counted by the question too, and by no name that only the file has', () => {
    const { tally } = decider('csv').decide(
      json({ ...GOOD, 'Jane Doe': 1, id: null }, { ...GOOD, medications: [{ last_taken: 'x' }] }),
    );
    expect(new Map(tally.places)).toEqual(
      new Map([
        ['missing-field id', 1],
        ['missing-field medications', 1],
        ['not-a-date medications', 1],
      ]),
    );
  });

  test('are kept as they were written, and can be read again', () => {
    const lines = decider('csv').decide(rows).rejects.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(`"original":${rowsOf(rows.run)[1]?.raw}}`);
    const again = decider('csv').decide(
      json(...lines.map((line) => line.replace('"id":null', '"id":"A-2"'))),
    );
    expect(again.tally).toMatchObject({ rows: 3, rejected: 2 });
  });

  test('are named in messages by their place and code alone', () => {
    expect(decider('csv').decide(rows).rejected[0]).toEqual({
      file: 'in.ndjson',
      line: 2,
      record: 2,
      codes: ['missing-field'],
    });
  });

  test('are elements with their error among the results', () => {
    const elements = JSON.parse(`[${decider('json').decide(rows).text}]`) as {
      error?: { code: string };
    }[];
    expect(elements.map(({ error }) => error?.code)).toEqual([
      undefined,
      'missing-field',
      'invalid-json',
      'not-an-object',
    ]);
  });
});

test('a row that is longer than any patient’s answers is rejected, and the others are decided', () => {
  const csv = `id,procedure.type,procedure.at,screened_at,medications\n`;
  const row = (id: string, medicines: string): string =>
    `${id},cervical-facet-injection,2026-11-24T09:00,2026-11-20T09:00,${medicines}\n`;
  const huge = row('A-2', `"${'aspirin; '.repeat(5_000_000)}"`);
  const pieces = new TablePieces(',', undefined);
  const runs = [...pieces.push(csv + row('A-1', 'aspirin') + huge + row('A-3', 'none'))];
  const header = pieces.header?.cells ?? [];
  const decided = runs.map((run) =>
    decider('csv').decide({ source: { file: 'in.csv', header }, run }),
  );
  expect(decided.flatMap(({ rejected }) => rejected)).toEqual([
    { file: 'in.csv', line: 3, record: 2, codes: ['too-long'] },
  ]);
  expect(decided.reduce((sum, { tally }) => sum + tally.rows, 0)).toBe(3);
  expect(decided.map(({ rejects }) => rejects).join('')).toContain(huge.trimEnd());
});
