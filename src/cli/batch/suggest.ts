import { answersOf, type SourceShape } from '../../batch/decide-rows.ts';
import type { Row } from '../../batch/row.ts';
import { rowsOf } from '../../batch/row-run.ts';
import { type Sampled, suggestMapping } from '../../batch/mapping/suggest-mapping.ts';
import { leaves } from '../../batch/mapping/leaves.ts';
import { REJECT_PREFIX } from '../../batch/table-answers.ts';
import { isObject } from '../../intake/flatten.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Terminal } from '../terminal.ts';
import { openSource, type SourceOptions } from './source.ts';

const SAMPLES = 500;

/** A first mapping for a file, and for a second one of medicines, from their headers and first rows. */
export async function suggestFor(
  files: { readonly file: string; readonly medicines: string | undefined },
  options: SourceOptions,
  ruleSet: RuleSet,
  terminal: Terminal,
): Promise<string> {
  const table = await sampled(files.file, options, terminal);
  const medicines = files.medicines && (await sampled(files.medicines, options, terminal));
  return suggestMapping(table, ruleSet.questions, medicines || undefined);
}

async function sampled(file: string, options: SourceOptions, terminal: Terminal): Promise<Sampled> {
  const { shape, runs } = await openSource(file, options, terminal);
  const rows: Map<string, string>[] = [];
  const names = new Set(shape.header);
  let namesAt: number | undefined;
  for await (const run of runs) {
    for (const row of rowsOf(run).slice(0, SAMPLES - rows.length)) {
      const told = valuesOf(row, shape);
      for (const [name] of told) names.add(name);
      if (looksLikeNames(row, shape)) namesAt ??= row.line;
      rows.push(
        new Map(told.flatMap(([name, value]) => (isPlain(value) ? [[name, String(value)]] : []))),
      );
    }
    if (rows.length >= SAMPLES) break;
  }
  const header = [...names].filter((name) => !name.startsWith(REJECT_PREFIX));
  return { header, rows, ...(namesAt === undefined ? {} : { namesAt }) };
}

/** All that a row tells, whether or not it can be decided: of columns of one name, the last that holds something. */
function valuesOf(row: Row, shape: SourceShape): (readonly [string, unknown])[] {
  if (row.content.kind === 'cells') {
    const { cells } = row.content;
    const { header = [] } = shape;
    return header.flatMap((name, index) => {
      const cell = cells[index] ?? '';
      return cell.trim() === '' ? [] : [[name, cell] as const];
    });
  }
  const read = answersOf(row, shape);
  return read.ok && isObject(read.answers) ? [...leaves(read.answers)] : [];
}

/** Below a title that stands where the names should, a row of several cells. */
function looksLikeNames({ content }: Row, { header = [] }: SourceShape): boolean {
  const filled = (cells: readonly (string | null)[]): number =>
    cells.filter((cell) => cell !== null && cell.trim() !== '').length;
  return content.kind === 'cells' && filled(header) === 1 && filled(content.cells) > 2;
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
