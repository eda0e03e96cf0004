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
  const told: (readonly (readonly [string, unknown])[])[] = [];
  let namesAt: number | undefined;
  for await (const run of runs) {
    for (const row of rowsOf(run).slice(0, SAMPLES - told.length)) {
      if (looksLikeNames(row, shape)) namesAt ??= row.line;
      told.push(valuesOf(row, shape));
    }
    if (told.length >= SAMPLES) break;
  }
  const table = tableOf(told, shape.header);
  return namesAt === undefined ? table : { ...table, namesAt };
}

/** Rows under the names that stand in them, and the lists of objects in them as tables of their own. */
function tableOf(
  rows: readonly (readonly (readonly [string, unknown])[])[],
  header: readonly string[] = [],
): Sampled {
  const names = new Set([...header, ...rows.flatMap((row) => row.map(([name]) => name))]);
  const lists = [...names].flatMap((name) => {
    const objects = rows
      .flatMap((row) => row.flatMap(([each, value]) => (each === name ? [value].flat() : [])))
      .filter(isObject);
    return objects.length === 0 ? [] : [[name, tableOf(objects.map(Object.entries))] as const];
  });
  return {
    header: [...names].filter((name) => !name.startsWith(REJECT_PREFIX)),
    rows: rows.map(
      (row) =>
        new Map(row.flatMap(([name, value]) => (isPlain(value) ? [[name, String(value)]] : []))),
    ),
    lists: new Map(lists),
  };
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
