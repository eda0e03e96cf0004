/**
 * In one run, as ratios: decisions a second beside other engines; whole files, CSV to CSV, beside what parsing alone
 * takes and beside papaparse with json-rules-engine; and peak memory at two sizes: `npm run bench:batch -- --rows 1000000`.
 */
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { inferSchema, initParser } from 'udsv';

import { compareEngines } from './support/compare-engines.ts';
import { writeRows } from './support/realistic-rows.ts';
import { parseAndDecide } from './support/parse-and-decide.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({ options: { rows: { type: 'string', multiple: true } } });
const SIZES = (values.rows ?? ['4000', '20000']).map(Number);

/** Rows for what is slow. */
const FEW = 500;

interface Measured {
  readonly seconds: number;
  /** Of all threads together: what is left of a busy machine's doings. */
  readonly cpu: number;
  readonly megabytes: number;
}

/** A whole process, with the most memory that it had. */
function measure(args: readonly string[], folder: string): Measured {
  const peak = join(folder, 'peak');
  const preload = join(folder, 'preload.cjs');
  writeFileSync(
    preload,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, JSON.stringify(process.resourceUsage())));`,
  );
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    cwd: home,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  const used = JSON.parse(readFileSync(peak, 'utf8')) as NodeJS.ResourceUsage;
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    cpu: (used.userCPUTime + used.systemCPUTime) / 1e6,
    megabytes: used.maxRSS / 1024,
  };
}

/** Nothing but the cells: what no reader of CSV in JavaScript does without. In pieces, as a file may be any size. */
async function parseOnly(path: string): Promise<Pick<Measured, 'seconds' | 'cpu'>> {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  let parser: ReturnType<typeof initParser> | undefined;
  let rows = 0;
  for await (const text of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    parser ??= initParser(inferSchema(String(text)));
    parser.chunk<string[]>(String(text), parser.stringArrs, () => {
      rows += 1;
    });
  }
  parser?.end();
  if (rows === 0) throw new Error('no rows were parsed');
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    cpu: (user + system) / 1e6,
  };
}

const WIDTHS = [10, 8, 6, 9, 9, 14, 8, 9, 8, 9];

function line(cells: readonly string[]): void {
  console.log(cells.map((cell, index) => cell.padStart(WIDTHS[index] ?? 0)).join(''));
}

async function compareFiles(count: number, folder: string): Promise<void> {
  const file = join(folder, `${count}.csv`);
  writeRows(file, count);
  for (const jobs of [1, availableParallelism()]) {
    const out = join(folder, 'out.csv');
    const args = ['bin/prescreen.js', 'batch', file, '--out', out, '--jobs', `${jobs}`, '--quiet'];
    const { seconds, cpu, megabytes } = measure(args, folder);
    const floor = await parseOnly(file);
    line([
      String(count),
      (statSync(file).size / 1e6).toFixed(1),
      String(jobs),
      seconds.toFixed(2),
      (count / seconds).toFixed(0),
      floor.seconds.toFixed(3),
      (seconds / floor.seconds).toFixed(1),
      cpu.toFixed(2),
      (cpu / floor.cpu).toFixed(1),
      megabytes.toFixed(0),
    ]);
  }
  rmSync(file);
}

console.log('Decisions of one thread, and how many times as many prescreen makes');
await compareEngines(home);
const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
try {
  console.log('\nWhole files, CSV to CSV');
  line(['rows', 'MB', 'jobs', 's', 'rows/s', 'parse only s', 'ratio', 'CPU s', 'ratio', 'peak MB']);
  for (const count of SIZES) await compareFiles(count, folder);
  const few = join(folder, 'few.csv');
  writeRows(few, FEW);
  const others = await parseAndDecide(few, home);
  console.log(
    `\npapaparse and json-rules-engine with the rules that it can state: ${others.toFixed(0)} rows a second over ${FEW} rows`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
