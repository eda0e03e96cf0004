/** What became of a batch, in a few lines; nothing of any patient. */
import type { Rejected } from '../batch/decide-rows.ts';
import type { ScreenResult } from '../evaluation/result.ts';
import type { Repeats } from '../batch/repeats.ts';
import { decidedRows, type Tally } from '../batch/tally.ts';
import { compareText } from '../source/compare-text.ts';
import { REJECT_WORDS } from './reject-words.ts';
import { repeatsLines, repeatsTitle } from './repeats-text.ts';
import { pathLines } from './wrap.ts';
import { counted } from './counted.ts';
import { unsignedText } from './grounds-text.ts';

/** Questions for which rows were rejected that are told in words. */
const MOST_PLACES = 4;

export interface BatchSummary {
  readonly tally: Tally;
  readonly named: readonly Rejected[];
  readonly out: string | undefined;
  readonly rejects: readonly string[];
  /** Ids of the medicines file that no row has. */
  readonly unmatched: number;
  readonly repeats: Repeats;
  readonly ruleset: ScreenResult['ruleset'];
}

export function batchText(summary: BatchSummary): string {
  const { tally, named, out, rejects, unmatched, repeats, ruleset } = summary;
  const { decided } = tally;
  const lines = [
    `${counted(tally.rows, 'row')}: ${decidedRows(tally)} decided, ${tally.rejected} rejected`,
    `  HOLD ${decided.hold} (too late to fix ${tally.tooLate}), CONTACT PHYSICIAN ${decided['contact-physician']}, GO ${decided.go}`,
    ...(tally.emergencies > 0
      ? [`  EMERGENCY ${tally.emergencies}: call emergency services now`]
      : []),
    ...(out === undefined ? [] : pathLines('  results:', out)),
    ...rejects.flatMap((path) => pathLines('  rejects, each with its reason:', path)),
    ...named.map(
      ({ file, line, record, codes }) =>
        `  ${file}:${line}: record ${record} rejected: ${codes.join(', ')}`,
    ),
    ...(tally.rejected > named.length
      ? [`  and ${tally.rejected - named.length} more rejected`]
      : []),
    ...(tally.rejected > 0 ? [`  why: ${reasons(tally)}`, ...places(tally)] : []),
    ...(tally.faults.has('unknown-field')
      ? ['  unknown-field: a column that is no question; --suggest-map shows what it may be']
      : []),
    ...(unmatched > 0
      ? [`  ids of the medicines file that are no patient of these files: ${unmatched}`]
      : []),
    ...(repeats.patients > 0
      ? [`  ${repeatsTitle(repeats)}`, ...repeatsLines(repeats).map((line) => `    ${line}`)]
      : []),
    `  ${unsignedText(ruleset)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What rows were rejected for, most often first. */
function reasons({ faults }: Tally): string {
  return mostOften(faults)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}

/** The questions that most of them were rejected for, and why in words. */
function places(tally: Tally): string[] {
  return mostOften(tally.places)
    .flatMap(([key, count]) => {
      const [code = '', fact = ''] = key.split(' ');
      const words = REJECT_WORDS[code];
      return words === undefined ? [] : [`    ${fact} (${counted(count, 'row')}): ${words}`];
    })
    .slice(0, MOST_PLACES);
}

function mostOften(counts: ReadonlyMap<string, number>): (readonly [string, number])[] {
  return [...counts].toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
}

/** The same for machines. */
export function batchObject(summary: BatchSummary): unknown {
  const { tally, out, rejects, unmatched, repeats, ruleset } = summary;
  return {
    schema: 'prescreen.batch/1',
    rows: tally.rows,
    decided: decidedRows(tally),
    rejected: tally.rejected,
    dispositions: tally.decided,
    too_late: tally.tooLate,
    emergencies: tally.emergencies,
    rejected_for: Object.fromEntries([...tally.faults].toSorted(([a], [b]) => compareText(a, b))),
    unmatched_medicine_ids: unmatched,
    repeated_patients: repeats.patients,
    repeated: repeats.named,
    out: out ?? null,
    rejects,
    ruleset,
  };
}
