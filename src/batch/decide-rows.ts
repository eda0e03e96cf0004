/** A run of rows to what is written of them: the same for one job or many, and whatever the rows came from. */
import type { ScreenResult } from '../evaluation/result.ts';
import type { Screener } from '../evaluation/screen.ts';
import type { Intake } from '../intake/answers.ts';
import type { ReadingOptions } from '../intake/read-intake.ts';
import { csvRow } from './csv-text.ts';
import { decideRow, type Outcome } from './decide-row.ts';
import { ChartIndex } from './fhir/chart-index.ts';
import type { KnownCodes } from './fhir/fhir-answers.ts';
import type { NameOfCode } from './fhir/medicine-entry.ts';
import { jsonAnswers } from './json-answers.ts';
import { applyMapping } from './mapping/apply-mapping.ts';
import type { Mapping } from './mapping/read-mapping.ts';
import { joinMedicines, type MedicinesById } from './medicine-rows.ts';
import { type Origin, outputRow, type OutputRow } from './output-row.ts';
import { rejectCells, rejectJson } from './reject-text.ts';
import { type RowRun, rowsOf } from './row-run.ts';
import type { Row, RowAnswers } from './row.ts';
import { tableAnswers } from './table-answers.ts';
import { add, NONE, type Tally, tallyOf } from './tally.ts';
import { type Listed, listedOf, prescriberRules, type Work, workOf } from './worklist.ts';

/** What stands in a source beside its rows. */
export interface SourceShape {
  readonly file: string;
  /** The names of the columns; absent where it has none. */
  readonly header?: readonly string[];
  readonly delimiter?: string;
}

export interface Rows {
  readonly source: SourceShape;
  readonly run: RowRun;
  /** How many of them were decided by an earlier run. */
  readonly skip?: number;
}

/** How results are written: as lines of text, or as rows of cells for a format that is no text. */
export type OutputKind = 'csv' | 'tsv' | 'ndjson' | 'json' | 'cells';

/** All that decides about rows, made ready once. */
export interface BatchPlan {
  readonly screener: Screener;
  readonly reading: ReadingOptions;
  readonly output: OutputKind;
  readonly medicines: MedicinesById;
  readonly mapping?: Mapping;
  /** For medicines that come as a code alone. */
  readonly nameOfCode?: NameOfCode;
  /** Whether a page is made of the results. */
  readonly hasPage?: boolean;
}

/** A result with the answers behind it and what there is to do about it. */
export interface PageEntry extends Work {
  readonly result: ScreenResult;
  readonly intake: Intake;
  readonly name?: string;
}

export interface DecidedRows {
  readonly text: string;
  readonly cells: readonly OutputRow[];
  /** The decided ones, as a worklist knows them. */
  readonly listed: readonly Listed[];
  readonly rejects: string;
  readonly tally: Tally;
  /** The ids of the patients to whom medicines of a second file were joined. */
  readonly joined: readonly string[];
  readonly rejected: readonly Rejected[];
}

/** A rejected row as a message may name it: nothing of what stands in it. */
export interface Rejected {
  readonly file: string;
  readonly line: number;
  readonly record: number;
  readonly codes: readonly string[];
}

export class BatchDecider {
  readonly #plan: BatchPlan;
  readonly #forPrescriber: ReadonlySet<string>;
  readonly #facts: ReadonlySet<string>;
  readonly #known: KnownCodes;

  constructor(plan: BatchPlan) {
    this.#plan = plan;
    this.#facts = new Set(plan.screener.prepared.questions.keys());
    this.#known = {
      nameOfCode: plan.nameOfCode ?? NO_CODES.nameOfCode,
      chart: new ChartIndex(plan.screener.prepared.ruleSet),
    };
    this.#forPrescriber = prescriberRules(plan.screener.prepared.ruleSet);
  }

  decide({ source, run, skip = 0 }: Rows): DecidedRows {
    const { medicines, hasPage = false } = this.#plan;
    const texts: string[] = [];
    const cells: OutputRow[] = [];
    const rejects: string[] = [];
    const rejected: Rejected[] = [];
    const joined: string[] = [];
    const listed: Listed[] = [];
    let tally = NONE;
    for (const row of rowsOf(run).slice(skip)) {
      const origin: Origin = { file: source.file, line: row.line, record: row.record };
      const { outcome } = this.#outcome(row, source);
      const work = outcome.ok ? workOf(outcome.result, this.#forPrescriber) : undefined;
      tally = add(tally, tallyOf(outcome, work?.isTooLate === true, this.#facts));
      if (outcome.ok && work) {
        if (medicines.has(outcome.result.id)) joined.push(outcome.result.id);
        this.#write(outcome.result, work, origin, { texts, cells });
        listed.push(listedOf(outcome.result, work, row, hasPage));
      } else if (!outcome.ok) {
        if (outcome.id !== undefined && medicines.has(outcome.id)) joined.push(outcome.id);
        rejects.push(rejectText(row, outcome.faults, origin, source));
        rejected.push({ ...origin, codes: [...new Set(outcome.faults.map(({ code }) => code))] });
        if (this.#isJson()) texts.push(this.#json(errorElement(outcome, origin)));
      }
    }
    return {
      text: this.#join(texts),
      cells,
      listed,
      rejects: rejects.join(''),
      rejected,
      tally,
      joined,
    };
  }

  /** A row that was decided, with all that a page shows of it. */
  entryOf(row: Row, source: SourceShape): PageEntry {
    const { outcome, name } = this.#outcome(row, source);
    if (!outcome.ok) throw new Error(`record ${row.record} of ${source.file} was decided before`);
    const { result, intake } = outcome;
    return { result, intake, ...workOf(result, this.#forPrescriber), ...(name ? { name } : {}) };
  }

  #outcome(row: Row, source: SourceShape): { outcome: Outcome; name?: string | undefined } {
    const { mapping, medicines, screener, reading } = this.#plan;
    const found = answersOf(row, source, this.#known, mapping?.ignored);
    const mapped = mapping ? applyMapping(found, mapping, this.#facts) : found;
    const answers = joinMedicines(mapped, medicines);
    const name = answers.ok ? answers.name : undefined;
    return { outcome: decideRow(answers, screener, reading), name };
  }

  #write(
    result: ScreenResult,
    work: Work,
    origin: Origin,
    to: { texts: string[]; cells: OutputRow[] },
  ): void {
    const { output } = this.#plan;
    if (this.#isJson()) to.texts.push(this.#json(result));
    else if (output === 'cells') to.cells.push(outputRow(result, work, origin));
    else to.texts.push(csvRow(outputRow(result, work, origin), output === 'tsv' ? '\t' : ','));
  }

  #isJson(): boolean {
    return this.#plan.output === 'json' || this.#plan.output === 'ndjson';
  }

  #json(value: unknown): string {
    if (this.#plan.output === 'ndjson') return `${JSON.stringify(value)}\n`;
    return JSON.stringify([value], null, 2).slice('[\n'.length, -'\n]'.length);
  }

  #join(texts: readonly string[]): string {
    return texts.join(this.#plan.output === 'json' ? ',\n' : '');
  }
}

const NO_UTF8 = { code: 'wrong-encoding', field: '', message: 'the bytes are no UTF-8 text' };

/** Characters of a row beyond which no answers of a patient go. */
const LONGEST = { cells: 1 << 20, json: 1 << 25, value: 1 << 25 } as const;
const TOO_LONG = { code: 'too-long', field: '', message: 'no row of a patient is so long' };

const NO_CODES: KnownCodes = {
  nameOfCode: () => undefined,
  chart: new ChartIndex({ chart: [], chart_phrases: [] }),
};

export function answersOf(
  { content, raw }: Row,
  { header = [] }: SourceShape,
  known: KnownCodes = NO_CODES,
  ignored?: ReadonlySet<string>,
): RowAnswers {
  if (raw.length > LONGEST[content.kind]) return { ok: false, faults: [TOO_LONG] };
  switch (content.kind) {
    case 'cells':
      return tableAnswers(content, header, ignored);
    case 'json':
      return content.fault === undefined
        ? jsonAnswers(raw, known)
        : { ok: false, faults: [NO_UTF8] };
    case 'value':
      return { ok: true, answers: content.value };
  }
}

type Failed = Extract<Outcome, { ok: false }>;

function rejectText(
  row: Row,
  faults: Failed['faults'],
  origin: Origin,
  { delimiter = ',' }: SourceShape,
): string {
  return row.content.kind === 'cells'
    ? rejectCells(row, faults, origin, delimiter)
    : rejectJson(row, faults, origin);
}

/** An invalid intake among others, as `check` prints it. */
function errorElement({ id, faults }: Failed, { file, line }: Origin): unknown {
  const errors = faults.map(({ code, field, message }) => ({
    code,
    message:
      field === '' || message.includes(`\`${field}\``) ? message : `\`${field}\`: ${message}`,
    at: `${file}:${line}`,
  }));
  return { id: id ?? null, error: errors[0], errors };
}
