/** Start-up of whole processes beside `node -e 0`, pair by pair in one run; prints medians and ratios. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../', import.meta.url));
const PAIRS = 21;

const CASES: readonly {
  readonly name: string;
  readonly args: readonly string[];
  readonly aim: number;
}[] = [
  { name: '--version', args: ['bin/prescreen.js', '--version'], aim: 2 },
  { name: '--help', args: ['bin/prescreen.js', '--help'], aim: 2 },
  {
    name: 'check one.json',
    args: ['bin/prescreen.js', 'check', 'examples/03-apixaban-with-agreement.json'],
    aim: 3,
  },
  {
    name: 'check --json',
    args: ['bin/prescreen.js', 'check', '--json', 'examples/03-apixaban-with-agreement.json'],
    aim: 3,
  },
];

function milliseconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { cwd: home, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

console.log(
  `${'command'.padEnd(18)}${'ms'.padStart(8)}${'floor ms'.padStart(10)}${'ratio'.padStart(8)}${'aim'.padStart(8)}`,
);
for (const { name, args, aim } of CASES) {
  milliseconds(args);
  const pairs = Array.from({ length: PAIRS }, () => ({
    floor: milliseconds(['-e', '0']),
    own: milliseconds(args),
  }));
  const ratio = median(pairs.map(({ floor, own }) => own / floor)).toFixed(2);
  const own = median(pairs.map((pair) => pair.own)).toFixed(0);
  const floor = median(pairs.map((pair) => pair.floor)).toFixed(0);
  console.log(
    `${name.padEnd(18)}${own.padStart(8)}${floor.padStart(10)}${ratio.padStart(8)}${`<= ${aim}`.padStart(8)}`,
  );
}
