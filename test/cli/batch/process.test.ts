/**
 * Batches as processes of their own: as a filter between pipes, over threads, against faults of the machine.
 * @module-tag long
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folderWith, HOME } from '../../support/command-line.ts';

const BIN = join(HOME, 'bin', 'prescreen.js');

function intake(id: string): string {
  return JSON.stringify({
    id,
    'procedure.type': 'cervical-facet-injection',
    'procedure.at': '2026-11-24T09:00',
    screened_at: '2026-11-20T10:00',
    medications: ['aspirin 81 mg', `brand-${id}`],
  });
}

const LINES = Array.from({ length: 400 }, (_, index) =>
  index % 50 === 7 ? '{"id":' : intake(`R-${index}`),
);

function ids(ndjson: string): unknown[] {
  return ndjson
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: unknown }).id);
}

describe('as a filter', () => {
  const FILTER = [BIN, 'batch', '-', '--format', 'ndjson', '--out', '-', '--quiet'];

  test('it answers line by line, in order, whatever the line holds', () => {
    const ended = spawnSync(process.execPath, FILTER, {
      input: `${LINES.slice(0, 9).join('\n')}\n`,
      encoding: 'utf8',
    });
    expect([ended.status, ended.stderr]).toEqual([3, '']);
    expect(ids(ended.stdout)).toEqual([
      'R-0',
      'R-1',
      'R-2',
      'R-3',
      'R-4',
      'R-5',
      'R-6',
      null,
      'R-8',
    ]);
  });

  test('it answers before the next line comes', async () => {
    const child = spawn(process.execPath, FILTER, { stdio: ['pipe', 'pipe', 'inherit'] });
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.stdin.write(`${intake('A-1')}\n`);
    await expect.poll(() => told.endsWith('\n') && ids(told), { timeout: 10_000 }).toEqual(['A-1']);
    child.stdin.end(`${intake('A-2')}\n`);
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect([code, ids(told)]).toEqual([0, ['A-1', 'A-2']]);
  }, 20_000);

  test('it stops without a word when nobody reads any more', () => {
    const folder = folderWith({ 'in.ndjson': LINES.join('\n') });
    const command = `"${process.execPath}" ${FILTER.map((each) => `"${each}"`).join(' ')} < in.ndjson 2> err | head -n 1 > first`;
    execFileSync('bash', ['-c', command], { cwd: folder });
    expect(ids(readFileSync(join(folder, 'first'), 'utf8'))).toEqual(['R-0']);
    expect(readFileSync(join(folder, 'err'), 'utf8')).toBe('');
  }, 20_000);
});

const HAS_PARALLEL = spawnSync('parallel', ['--version']).status === 0;

// Without GNU parallel there is nothing to run it with; continuous integration installs it.
test.skipIf(!HAS_PARALLEL)(
  'GNU parallel runs it on two workers, and the lines are those of one',
  () => {
    const folder = folderWith({ 'in.ndjson': `${LINES.join('\n')}\n` });
    const filter = `"${process.execPath}" "${BIN}" batch - --format ndjson --out - --quiet`;
    const run = (command: string): string => {
      spawnSync('bash', ['-c', command], { cwd: folder });
      // The place of a rejected line is counted by each worker for itself.
      return readFileSync(join(folder, 'out.ndjson'), 'utf8').replaceAll(/<stdin>:\d+/g, '<stdin>');
    };
    const together = run(
      `parallel --will-cite --jobs 2 --block 20k --pipe --keep-order '${filter}' < in.ndjson > out.ndjson`,
    );
    expect(together).toBe(run(`${filter} < in.ndjson > out.ndjson`));
    expect(ids(together)).toHaveLength(LINES.length);
  },
  60_000,
);

describe('over files', () => {
  test('the number of threads changes no byte', () => {
    const folder = folderWith({ 'in.ndjson': LINES.join('\n') });
    const files = ['1', '2', '3'].map((jobs) => {
      const args = [
        BIN,
        'batch',
        'in.ndjson',
        '--out',
        `out-${jobs}.csv`,
        '--rejects',
        `bad-${jobs}.ndjson`,
        '--jobs',
        jobs,
      ];
      expect(spawnSync(process.execPath, args, { cwd: folder }).status).toBe(3);
      return ['out', 'bad'].map((name) =>
        readFileSync(join(folder, `${name}-${jobs}.${name === 'out' ? 'csv' : 'ndjson'}`), 'utf8'),
      );
    });
    expect(files[0]?.[0]?.split('\r\n')).toHaveLength(
      LINES.filter((line) => line.endsWith('}')).length + 2,
    );
    expect(files[1]).toEqual(files[0]);
    expect(files[2]).toEqual(files[0]);
  }, 60_000);

  test('a process that is killed leaves no result that is half written', async () => {
    const folder = folderWith({ 'in.ndjson': LINES.join('\n') });
    const child = spawn(process.execPath, [BIN, 'batch', 'in.ndjson', '--out', 'out.csv'], {
      cwd: folder,
    });
    await expect
      .poll(() => readdirSync(folder), { timeout: 10_000, interval: 5 })
      .toContain('out.csv.partial');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    expect(readdirSync(folder)).not.toContain('out.csv');
    expect(
      spawnSync(process.execPath, [BIN, 'batch', 'in.ndjson', '--out', 'out.csv'], { cwd: folder })
        .status,
    ).toBe(3);
    expect(readdirSync(folder).toSorted()).toEqual([
      'in.ndjson',
      'out.csv',
      'out.csv.rejects.ndjson',
    ]);
  }, 60_000);

  test('a disk that is really full is told; what is done stays, and the run goes on to the same bytes', (context) => {
    const rows = Array.from({ length: 8 }, () => LINES).flat();
    const folder = folderWith({ 'in.ndjson': rows.join('\n') });
    // A file system of its own, as small as it has to be; not every machine lets us mount one.
    const small = (commands: string) =>
      spawnSync(
        'unshare',
        [
          '-rm',
          'bash',
          '-c',
          `mkdir -p small; mount -t tmpfs -o size=$SIZE tmpfs small || exit 99; ${commands}`,
        ],
        {
          cwd: folder,
          encoding: 'utf8',
          env: {
            ...process.env,
            SIZE: '600k',
            RUN: `"${process.execPath}" "${BIN}" batch in.ndjson --jobs 1`,
          },
        },
      );
    if (small('true').status !== 0) return context.skip('no file system can be mounted here');
    const ended = small(
      `eval "$RUN --out small/out.csv"; echo $? $(ls small);
       mount -o remount,size=9m small; eval "$RUN --out small/out.csv --resume"; echo $? $(ls small);
       eval "$RUN --out whole.csv"; cmp small/out.csv whole.csv && cmp small/out.csv.rejects.ndjson whole.csv.rejects.ndjson && echo same`,
    );
    expect(ended.stderr).toMatch(/small\/out\.csv\S*: there is no room left on the disk/);
    expect(ended.stdout.trimEnd().split('\n')).toEqual([
      // Nothing, or all that it takes to go on: a run of a moment has no checkpoint yet.
      expect.stringMatching(
        /^2(?: out\.csv\.checkpoint out\.csv\.ids\.partial out\.csv\.partial.*)?$/,
      ),
      '3 out.csv out.csv.rejects.ndjson',
      'same',
    ]);
  }, 120_000);

  test('standard output that takes no more is told', () => {
    const ended = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${BIN}" batch - --format ndjson --out - --quiet > /dev/full`],
      {
        input: LINES.slice(0, 7).join('\n'),
        encoding: 'utf8',
      },
    );
    expect([ended.status, ended.stderr]).toEqual([
      2,
      'standard output: there is no room left on the disk\n',
    ]);
  });

  test('a disk that is full is told, and nothing stays', () => {
    const folder = folderWith({ 'in.ndjson': LINES.join('\n') });
    // A limit on the size of files stands in for a full disk: both refuse the write.
    const ended = spawnSync(
      'bash',
      [
        '-c',
        `trap '' XFSZ; ulimit -f 64; "${process.execPath}" "${BIN}" batch in.ndjson --out out.csv`,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(ended.stderr).toContain('out.csv: the file would be larger than is allowed here');
    expect([ended.status, readdirSync(folder)]).toEqual([2, ['in.ndjson']]);
  }, 60_000);

  test('a file that grows while it is read is refused', async () => {
    const folder = folderWith({ 'in.ndjson': `${LINES.join('\n')}\n`.repeat(20) });
    const child = spawn(
      'bash',
      [
        '-c',
        `"${process.execPath}" "${BIN}" batch in.ndjson --out out.csv & pid=$!; while [ ! -s out.csv.partial ]; do sleep 0.01; done; echo '{}' >> in.ndjson; wait $pid`,
      ],
      { cwd: folder },
    );
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect([code, told, readdirSync(folder)]).toEqual([
      2,
      expect.stringContaining('was changed while it was read'),
      ['in.ndjson'],
    ]);
  }, 60_000);

  test('a run that was killed goes on to the same bytes', async () => {
    const rows = Array.from({ length: 5 }, () => LINES).flat();
    const folder = folderWith({ 'in.ndjson': rows.join('\n') });
    const args = [BIN, 'batch', 'in.ndjson', '--jobs', '1'];
    const results = (name: string): string[] =>
      [name, `${name}.rejects.ndjson`].map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(
      spawnSync(process.execPath, [...args, '--out', 'whole.csv'], { cwd: folder }).status,
    ).toBe(3);
    for (const [name, kills] of [
      ['once.csv', 1],
      ['twice.csv', 2],
    ] as const) {
      for (let count = 0; count < kills; count += 1) {
        const before = count === 0 ? '' : readFileSync(join(folder, `${name}.checkpoint`), 'utf8');
        const child = spawn(process.execPath, [...args, '--out', name, '--resume'], {
          cwd: folder,
        });
        const checkpoint = (): string =>
          readdirSync(folder).includes(`${name}.checkpoint`)
            ? readFileSync(join(folder, `${name}.checkpoint`), 'utf8')
            : '';
        await expect.poll(checkpoint, { timeout: 30_000, interval: 10 }).not.toBe(before);
        child.kill('SIGKILL');
        await new Promise((resolve) => child.on('exit', resolve));
      }
      expect(readdirSync(folder)).not.toContain(name);
      expect(
        spawnSync(process.execPath, [...args, '--out', name, '--resume'], { cwd: folder }).status,
      ).toBe(3);
      expect(results(name)).toEqual(results('whole.csv'));
    }
    expect(readdirSync(folder).filter((name) => /partial|checkpoint/.test(name))).toEqual([]);
  }, 120_000);

  test('a run over a table that is killed at any moment goes on to the same bytes', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `R-${index},cervical-facet-injection,2026-11-24T09:00,2026-11-20T10:00,"a,\nb"`,
    );
    const header = 'id,procedure.type,procedure.at,screened_at,medications';
    const folder = folderWith({ 'in.csv': [header, ...rows].join('\n') });
    const args = (name: string): string[] => [BIN, 'batch', 'in.csv', '--out', name, '--resume'];
    const started = performance.now();
    expect(spawnSync(process.execPath, args('whole.csv'), { cwd: folder }).status).toBe(0);
    const whole = performance.now() - started;
    // Whenever it is hit, before the first row or after the last: the moments need not be the same each time.
    for (const part of [0.3, 0.6, 0.9]) {
      spawnSync(process.execPath, args('out.csv'), {
        cwd: folder,
        timeout: Math.ceil(whole * part),
        killSignal: 'SIGKILL',
      });
    }
    expect(spawnSync(process.execPath, args('out.csv'), { cwd: folder }).status).toBe(0);
    const [out, expected] = ['out.csv', 'whole.csv'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    expect(out).toBe(expected);
    expect(readdirSync(folder).toSorted()).toEqual(['in.csv', 'out.csv', 'whole.csv']);
  }, 120_000);
});
