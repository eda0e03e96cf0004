/**
 * Files of anything: no crash, no hang, and every row decided or rejected. PRESCREEN_FUZZ sets how many.
 * @module-tag long
 */
import { Readable, Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { BatchDecider } from '../../../src/batch/decide-rows.ts';
import { countOf } from '../../../src/batch/row-run.ts';
import { decidedRows } from '../../../src/batch/tally.ts';
import { openSource, type SourceOptions } from '../../../src/cli/batch/source.ts';
import { Trouble } from '../../../src/cli/trouble.ts';
import { HOME } from '../../support/command-line.ts';
import { shippedScreener } from '../../support/shipped.ts';

const RUNS = Number(process.env['PRESCREEN_FUZZ'] ?? 400);
const LIMIT = 60_000 + RUNS * 20;

const decider = new BatchDecider({
  screener: shippedScreener,
  reading: { zone: shippedScreener.zone, asOf: undefined, now: Date.parse('2026-11-20T18:00Z') },
  output: 'csv',
  medicines: new Map(),
});

/** Rows read, decided and rejected; or the words of a file that cannot be read at all. */
async function batch(
  chunks: readonly Uint8Array[],
  options: SourceOptions = {},
): Promise<readonly [number, number] | string> {
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = {
    stdin: Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
    stdout: sink,
    stderr: sink,
    env: {},
    now: () => 0,
    home: HOME,
  };
  try {
    const { shape, runs } = await openSource('-', options, terminal);
    let rowsIn = 0;
    let out = 0;
    for await (const run of runs) {
      const { tally } = decider.decide({ source: shape, run });
      rowsIn += countOf(run);
      out += decidedRows(tally) + tally.rejected;
    }
    return [rowsIn, out];
  } catch (error) {
    if (error instanceof Trouble) return error.message;
    throw error;
  }
}

async function reconciled(chunks: readonly Uint8Array[]): Promise<void> {
  const ended = await batch(chunks);
  const [rowsIn, out] = typeof ended === 'string' ? [0, 0] : ended;
  expect(out).toBe(rowsIn);
}

const GOOD = 'cervical-facet-injection,2026-11-24T09:00,aspirin 81 mg @ 2026-11-19; garlic';
const TABLE = `id,procedure.type,procedure.at,medications\r\nA-1,${GOOD}\r\n"A-2",${GOOD}\r\nA-3,,"x\n""y""",\r\n`;
const OBJECT = {
  id: 'A-1',
  procedure: { type: 'cervical-facet-injection', at: '2026-11-24T09:00' },
  medications: ['aspirin', { name: 'é' }],
};
const FHIR = {
  resourceType: 'Bundle',
  entry: [
    {
      resource: {
        resourceType: 'QuestionnaireResponse',
        item: [{ linkId: 'id', answer: [{ valueString: 'A' }] }],
      },
    },
    {
      resource: {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: 'aspirin' },
      },
    },
    { resource: { resourceType: 'Condition', code: { text: 'CHF' }, onsetDateTime: '2020' } },
    { resource: { resourceType: 'AllergyIntolerance', reaction: [{ severity: 'mild' }] } },
  ],
};
const SEEDS = [
  TABLE,
  `${JSON.stringify(OBJECT)}\n${JSON.stringify(OBJECT)}\n`,
  JSON.stringify([OBJECT, OBJECT], null, 1),
  JSON.stringify(OBJECT, null, 2),
  JSON.stringify(FHIR),
];
const PACKED = [
  ...SEEDS.map((text) => Buffer.from(text)),
  gzipSync(TABLE),
  Buffer.from(`\uFEFF${TABLE}`, 'utf16le'),
  Buffer.from('PK\u0003\u0004'),
  Buffer.from('PAR1'),
];

/** A file with some of its bytes replaced, removed or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...PACKED),
    fc.array(
      fc.tuple(
        fc.nat(2000),
        fc.constantFrom('set', 'cut', 'double'),
        fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from('",\n\r;[]{}:\\'))),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([seed, edits]) => {
    const bytes = [...seed];
    for (const [place, kind, byte] of edits) {
      const at = place % Math.max(1, bytes.length);
      if (kind === 'set') bytes[at] = byte;
      else if (kind === 'cut') bytes.splice(at, 1 + (byte % 8));
      else bytes.splice(at, 0, byte, byte);
    }
    return Uint8Array.from(bytes);
  });

function cutUp(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

test(
  'random bytes',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => reconciled([bytes])),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

test(
  'files that were mutated',
  async () => {
    await fc.assert(
      fc.asyncProperty(mutated, fc.integer({ min: 1, max: 500 }), (bytes, size) =>
        reconciled(cutUp(bytes, size)),
      ),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

test('the seeds themselves are read', async () => {
  const ended = [];
  for (const seed of PACKED) ended.push(await batch([seed]));
  expect(ended).toEqual([
    [3, 3],
    [2, 2],
    [2, 2],
    [1, 1],
    [1, 1],
    [3, 3],
    [3, 3],
    expect.stringContaining('no XLSX'),
    expect.stringContaining('no Parquet'),
  ]);
});
