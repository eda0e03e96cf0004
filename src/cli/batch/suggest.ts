import { answersOf } from '../../batch/decide-rows.ts';
import { rowsOf } from '../../batch/row-run.ts';
import { type Sampled, suggestMapping } from '../../batch/mapping/suggest-mapping.ts';
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
  for await (const run of runs) {
    for (const row of rowsOf(run).slice(0, SAMPLES - rows.length)) {
      const read = answersOf(row, shape);
      if (!read.ok || !isObject(read.answers)) continue;
      const cells = Object.entries(read.answers).flatMap(([name, value]) => {
        names.add(name);
        return isPlain(value) ? [[name, String(value)] as const] : [];
      });
      rows.push(new Map(cells));
    }
    if (rows.length >= SAMPLES) break;
  }
  return { header: [...names].filter((name) => !name.startsWith(REJECT_PREFIX)), rows };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
