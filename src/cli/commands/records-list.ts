import { isWanted, listedRecord, type RecordFilter } from '../../records/listed-record.ts';
import { counted } from '../../report/counted.ts';
import { listedRecordsText } from '../../report/records/records-text.ts';
import { type Day, parseDay } from '../../time/day.ts';
import { Progress } from '../batch/progress.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import { readStandingRecords } from '../records/read-screenings.ts';
import { storeOf } from '../records/store.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import type { RecordsOptions } from './records-verify.ts';

export interface ListOptions extends RecordsOptions {
  readonly id?: string;
  readonly by?: string;
  readonly disposition?: string;
  readonly since?: string;
  readonly until?: string;
  readonly procedureOn?: string;
}

/** The screenings that were saved, the latest first. */
export async function listRecords(options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const filter = filterOf(options);
  const { zone } = (await loadInForce(options, terminal)).screener;
  const progress = new Progress(terminal, options.json !== true, 'records');
  const { records, closed } = await readStandingRecords(await storeOf(options, terminal), progress);
  progress.end();
  const listed = records
    .map(listedRecord)
    .filter((each) => isWanted(each, filter, zone))
    .toReversed();
  const palette = paletteFor(terminal, options.color !== false);
  if (options.json) print(terminal, JSON.stringify(listed, null, 2));
  else if (listed.length > 0 || closed.size === 0)
    print(terminal, listedRecordsText(listed, zone, palette));
  for (const [why, count] of closed)
    complain(terminal, `${counted(count, 'record')} not listed: ${why}`);
  return closed.size > 0 ? EXIT.rejected : EXIT.done;
}

function filterOf(options: ListOptions): RecordFilter {
  const { id, by, disposition } = options;
  return {
    id,
    by,
    disposition,
    since: dayOf('--since', options.since),
    until: dayOf('--until', options.until),
    procedureOn: dayOf('--procedure-on', options.procedureOn),
  };
}

function dayOf(option: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text.trim());
  if (day === undefined)
    throw new Trouble(`${option}: \`${text}\` is no day; write it like 2026-11-24`);
  return day;
}
