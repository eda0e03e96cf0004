/**
 * Processes that save into one folder at the same time: whether every record is there and the chain whole, and how long
 * saving, verifying, listing and replaying take. `npm run bench:records -- 8 1000`; further arguments go to `check`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(home, 'bin', 'prescreen.js');
const [processes = 8, each = 1000] = process.argv.slice(2, 4).map(Number);
const more = process.argv.slice(4);

const examples = readdirSync(join(home, 'examples'))
  .filter((name) => name.endsWith('.json'))
  .map((name): unknown => JSON.parse(readFileSync(join(home, 'examples', name), 'utf8')));

function measure(what: string, act: () => string): void {
  const start = performance.now();
  const told = act();
  const seconds = (performance.now() - start) / 1000;
  console.log(`${what.padEnd(10)}${seconds.toFixed(1).padStart(7)} s  ${told}`);
}

function prescreen(...args: readonly string[]): { readonly code: number; readonly out: string } {
  const { status, stdout } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { code: status ?? -1, out: stdout };
}

/** One process that saves so many screenings; rejects when it fails. */
function saver(file: string, folder: string): Promise<void> {
  const args = [bin, 'check', file, '--save', '--records', folder, '--json', ...more];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
  });
}

const scratch = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
try {
  const folder = join(scratch, 'records');
  const start = performance.now();
  await Promise.all(
    Array.from({ length: processes }, (_, worker) => {
      const file = join(scratch, `${worker}.json`);
      const intakes = Array.from({ length: each }, (__, index) => ({
        ...(examples[index % examples.length] as object),
        id: `P${worker}-${index}`,
      }));
      writeFileSync(file, JSON.stringify(intakes));
      return saver(file, folder);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const records = readdirSync(folder).filter((name) => name.endsWith('.record'));
  const bytes = records.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  console.log(
    `${processes} processes, ${each} screenings each: ${records.length} records of ${processes * each}, ` +
      `${(bytes / records.length / 1000).toFixed(1)} kB each`,
  );
  console.log(
    `${'save'.padEnd(10)}${seconds.toFixed(1).padStart(7)} s  ${Math.round(records.length / seconds)} a second, decided and on the disk`,
  );
  measure('verify', () => {
    const { code, out } = prescreen('records', 'verify', '--records', folder);
    return code === 0 ? (out.split('\n')[1] ?? '') : out;
  });
  measure('list', () => {
    const { out } = prescreen('records', 'list', '--records', folder, '--json');
    const ids = new Set((JSON.parse(out) as { id: string }[]).map(({ id }) => id));
    return `${ids.size} different patients`;
  });
  measure('replay', () => prescreen('records', 'replay', '--records', folder).out.trim());
  measure(
    'one more',
    () =>
      prescreen(
        'check',
        join(home, 'examples', '08-breakfast-on-the-day.json'),
        '--save',
        '--records',
        folder,
      ).out.split('\n')[0] ?? '',
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
