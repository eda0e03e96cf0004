/** Files in, results and rejects out: in the order of the input, whole or not at all. */
import type { DecidedRows, Rejected, Rows } from '../../batch/decide-rows.ts';
import type { Repeats } from '../../batch/repeats.ts';
import { add, decidedRows, NONE, type Tally } from '../../batch/tally.ts';
import { countOf, type RowRun } from '../../batch/row-run.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import type { Checkpoint, Saved } from './checkpoint.ts';
import type { Rejects, Results } from './output.ts';
import type { Progress } from './progress.ts';
import { PageOutput, type PageTarget } from './page-output.ts';
import { RepeatsFile } from './repeats-file.ts';
import { CannotWrite } from './sink.ts';
import { nameOf, openSource, type Source, type SourceOptions } from './source.ts';

/** How many rejected rows a message names. */
const NAMED = 10;

/** What decides rows: this thread, or others. */
export interface Decides {
  readonly decide: (rows: Rows) => DecidedRows | Promise<DecidedRows>;
  /** How many calls may be under way. */
  readonly atOnce: number;
}

export interface Run {
  readonly files: readonly string[];
  readonly source: SourceOptions;
  /** Looks at what a source is before its rows are read. */
  readonly look: (shape: Rows['source']) => void;
  readonly decides: Decides;
  readonly results: Results;
  readonly rejects: Rejects;
  /** The page that is made of the results, if any. */
  readonly page: PageTarget | undefined;
  /** The file beside which rows are kept that are compared with each other; none for a stream. */
  readonly out: string | undefined;
  readonly progress: Progress;
  /** The largest share of rows that may be rejected. */
  readonly maxRejectShare: number;
  /** Where the run keeps how far it has come; none when it could not go on from there. */
  readonly checkpoint: Checkpoint | undefined;
  /** What an earlier run has done already. */
  readonly saved: Saved | undefined;
  readonly now: number;
}

export interface Ran {
  readonly tally: Tally;
  readonly named: readonly Rejected[];
  readonly joined: ReadonlySet<string>;
  readonly repeats: Repeats;
}

export async function runBatch(run: Run, terminal: Terminal): Promise<Ran> {
  let page: PageOutput | undefined;
  let repeats: RepeatsFile | undefined;
  let writer: InOrder | undefined;
  try {
    page = run.page && new PageOutput(run.page, run.saved?.page);
    if (run.out !== undefined)
      repeats = new RepeatsFile(run.out, run.files.map(nameOf), run.saved?.repeats);
    writer = new InOrder(run, page, repeats);
    const rowsIn = await readAll(run, writer, terminal);
    const ended = await writer.end();
    check(ended.tally, rowsIn, run.maxRejectShare);
    const ran = { ...ended, repeats: repeats?.find() ?? NO_REPEATS };
    page?.write(ran);
    writer.saveLast();
    run.rejects.finish();
    page?.finish();
    await run.results.finish();
    run.checkpoint?.remove();
    page?.removeRows();
    run.results.removeRows();
    repeats?.end();
    return ran;
  } catch (error) {
    await writer?.end().catch(() => undefined);
    const keep = error instanceof CannotWrite && run.checkpoint?.exists === true;
    for (const output of [run.results, run.rejects, page]) output?.abandon(keep);
    repeats?.end(keep);
    if (!keep) run.checkpoint?.remove();
    throw keep
      ? new Trouble(`${error.message}; nothing is lost: make room and go on with --resume`)
      : error;
  } finally {
    run.progress.end();
  }
}

/** Hands over all rows but those that an earlier run has done; how many there are, with those. */
async function readAll(run: Run, writer: InOrder, terminal: Terminal): Promise<number> {
  const done = run.saved?.tally.rows ?? 0;
  let rowsIn = 0;
  for (const file of run.files) {
    const source = await openSource(file, run.source, terminal);
    run.look(source.shape);
    for await (const rows of source.runs) {
      const count = countOf(rows);
      const skip = Math.max(0, done - rowsIn);
      rowsIn += count;
      if (skip < count) await writer.take(source, rows, skip);
    }
  }
  return rowsIn;
}

const NO_REPEATS: Repeats = { patients: 0, named: [] };

/** Every row is decided or rejected; and not too many of them are rejected. */
function check(tally: Tally, rowsIn: number, maxRejectShare: number): void {
  const { rejected } = tally;
  if (decidedRows(tally) + rejected !== rowsIn) {
    throw new Error(
      `${rowsIn} rows were read, ${decidedRows(tally)} decided and ${rejected} rejected`,
    );
  }
  if (rejected > rowsIn * maxRejectShare) {
    const codes = [...tally.faults].map(([code, count]) => `${code} ${count}`).join(', ');
    throw new Trouble(
      `${rejected} of ${rowsIn} rows are rejected (${codes}), more than --max-reject-share allows; nothing is written`,
    );
  }
}

/** Hands rows on to be decided and writes what comes back, each in its turn. */
class InOrder {
  readonly #run: Run;
  readonly #page: PageOutput | undefined;
  readonly #repeats: RepeatsFile | undefined;
  readonly #underWay: Promise<void>[] = [];
  #last: Promise<void> = Promise.resolve();
  #tally: Tally;
  readonly #named: Rejected[];
  readonly #joined: Set<string>;

  constructor(run: Run, page: PageOutput | undefined, repeats: RepeatsFile | undefined) {
    this.#run = run;
    this.#page = page;
    this.#repeats = repeats;
    this.#tally = run.saved?.tally ?? NONE;
    this.#named = [...(run.saved?.named ?? [])];
    this.#joined = new Set(run.saved?.joined);
  }

  async take(source: Source, run: RowRun, skip: number): Promise<void> {
    const rows = { source: source.shape, run, skip };
    const decided = Promise.resolve(this.#run.decides.decide(rows));
    const written = Promise.all([decided, this.#last]).then(([each]) =>
      this.#write(each, rows, source),
    );
    this.#last = written;
    this.#underWay.push(written);
    // Told where it is waited for, and not as a rejection that nobody handles.
    written.catch(() => undefined);
    if (this.#underWay.length >= this.#run.decides.atOnce) await this.#underWay.shift();
  }

  /** So that a run that is interrupted while it renames its files goes on from their end. */
  saveLast(): void {
    if (this.#run.checkpoint?.exists === true) this.#save(this.#run.checkpoint);
  }

  async end(): Promise<Omit<Ran, 'repeats'>> {
    await this.#last;
    return { tally: this.#tally, named: this.#named, joined: this.#joined };
  }

  async #write(decided: DecidedRows, rows: Rows, source: Source): Promise<void> {
    const { results, rejects, progress } = this.#run;
    this.#tally = add(this.#tally, decided.tally);
    this.#named.push(...decided.rejected.slice(0, NAMED - this.#named.length));
    this.#page?.take(decided, rows);
    this.#repeats?.add(rows.source.file, decided.listed);
    for (const id of decided.joined) this.#joined.add(id);
    await results.write(decided);
    rejects.write(decided, source);
    if (this.#run.checkpoint?.isDue() === true) this.#save(this.#run.checkpoint);
    progress.tell(
      this.#tally.rows,
      source.size === undefined ? undefined : source.read() / source.size,
    );
  }

  #save(checkpoint: Checkpoint): void {
    const { results, rejects, now } = this.#run;
    checkpoint.save({
      now,
      results: results.sync(),
      rejects: rejects.sync(),
      page: this.#page?.sync(),
      repeats: this.#repeats?.sync(),
      tally: this.#tally,
      named: this.#named,
      joined: this.#joined,
    });
  }
}
