/**
 * Whole files, CSV to CSV, beside what parsing alone takes, in one run; prints times, rates, ratios and peak memory.
 * Rows for the two sizes: `npm run bench:batch -- 2000 10000`.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { inferSchema, initParser } from 'udsv';

const home = fileURLToPath(new URL('../../', import.meta.url));
const SIZES = process.argv.slice(2).map(Number);
const [SMALL = 2000, LARGE = 5 * SMALL] = SIZES;

const MEDICINES = [
  'Eliquis 5 mg bid @ 2026-11-18 for atrial-fibrillation',
  'metoprolol 25 mg',
  'aspirin 81 mg @ 2026-11-17',
  'fish oil',
  'lisinopril 10 mg',
  'Ozempic weekly',
  'metformin 500 mg bid',
  'ibuprofen 400 mg @ 2026-11-19',
  'sertraline 50 mg',
  'blood pressure pill',
];

/** Columns of the questionnaire, with what an intake has there, by the number of its row. */
const COLUMNS: Readonly<Record<string, (row: number) => string>> = {
  id: (row) => `P-${row}`,
  'patient.age_years': (row) => String(25 + ((row * 7) % 60)),
  'patient.sex': (row) => (row % 2 === 0 ? 'female' : 'male'),
  'procedure.type': (row) =>
    [
      'cervical-facet-injection',
      'cervical-transforaminal-epidural',
      'cervical-medial-branch-block',
    ][row % 3] ?? '',
  'procedure.at': (row) =>
    `2026-11-24T${String(8 + (row % 8)).padStart(2, '0')}:${row % 2 === 0 ? '00' : '30'}`,
  screened_at: (row) => `2026-11-20T${String(9 + (row % 6)).padStart(2, '0')}:15`,
  medications: (row) =>
    [0, 1, 2]
      .slice(0, row % 4)
      .map((each) => MEDICINES[(row + each * 3) % MEDICINES.length])
      .join('; ') || 'none',
  supplements: (row) => (row % 5 === 0 ? 'garlic; vitamin D' : 'none'),
  'bleeding.disorders': () => 'none',
  'bleeding.history': (row) => (row % 11 === 0 ? 'bruising' : 'none'),
  'bleeding.new_unexplained': () => 'no',
  'diabetes.type': (row) => (row % 6 === 0 ? 'type-2' : 'none'),
  'diabetes.hba1c_percent': (row) => (row % 6 === 0 ? '7.1' : ''),
  'diabetes.hba1c_on': (row) => (row % 6 === 0 ? '2026-10-01' : ''),
  'infection.active': () => 'no',
  'infection.site_skin': () => 'no',
  'infection.antibiotics': () => 'none',
  'vaccine.kind': () => 'none',
  'health.conditions': (row) => (row % 9 === 0 ? 'sleep-apnea' : 'none'),
  'sleep_apnea.cpap_nightly': (row) => (row % 9 === 0 ? 'yes' : ''),
  'health.events': () => 'none',
  'allergy.contrast': () => 'none',
  'allergy.local_anesthetic': () => 'none',
  'allergy.steroid': () => 'none',
  'allergy.antiseptic': () => 'none',
  'allergy.latex': () => 'none',
  'pregnancy.status': (row) => (row % 2 === 0 ? 'not-possible' : ''),
  'steroid.injections_last_12_months': () => '0',
  'neuro.red_flags': () => 'none',
  'consent.able': () => 'yes',
  'driver.arranged': (row) => (row % 13 === 0 ? 'unknown' : 'yes'),
  can_lie_prone: () => 'yes',
};

function writeRows(path: string, count: number): void {
  const file = openSync(path, 'w');
  writeSync(file, `${Object.keys(COLUMNS).join(',')}\n`);
  for (let row = 0; row < count; row += 1) {
    writeSync(
      file,
      `${Object.values(COLUMNS)
        .map((value) => value(row))
        .join(',')}\n`,
    );
  }
  closeSync(file);
}

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** A whole process, with the most memory that it had. */
function measure(args: readonly string[], folder: string): Measured {
  const peak = join(folder, 'peak');
  const preload = join(folder, 'preload.cjs');
  writeFileSync(
    preload,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
  );
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    cwd: home,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    megabytes: Number(readFileSync(peak, 'utf8')) / 1024,
  };
}

/** Nothing but the cells: what no reader of CSV in JavaScript does without. */
function parseOnly(path: string): number {
  const start = process.hrtime.bigint();
  const text = readFileSync(path, 'utf8');
  const rows = initParser(inferSchema(text)).stringArrs(text);
  if (rows.length === 0) throw new Error('no rows were parsed');
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
try {
  console.log(
    `${'rows'.padEnd(8)}${'MB'.padStart(7)}${'jobs'.padStart(6)}${'s'.padStart(8)}${'rows/s'.padStart(9)}${'parse only s'.padStart(14)}${'ratio'.padStart(8)}${'peak MB'.padStart(9)}`,
  );
  for (const count of [SMALL, LARGE]) {
    const file = join(folder, `${count}.csv`);
    writeRows(file, count);
    for (const jobs of [1, availableParallelism()]) {
      const args = [
        'bin/prescreen.js',
        'batch',
        file,
        '--out',
        join(folder, 'out.csv'),
        '--jobs',
        String(jobs),
        '--quiet',
      ];
      const { seconds, megabytes } = measure(args, folder);
      const floor = parseOnly(file);
      const cells = [
        String(count).padEnd(8),
        (statSync(file).size / 1e6).toFixed(1).padStart(7),
        String(jobs).padStart(6),
        seconds.toFixed(2).padStart(8),
        (count / seconds).toFixed(0).padStart(9),
        floor.toFixed(3).padStart(14),
        (seconds / floor).toFixed(0).padStart(8),
        megabytes.toFixed(0).padStart(9),
      ];
      console.log(cells.join(''));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
