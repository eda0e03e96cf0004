import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import { type AdditionOptions, readAddition } from '../records/addition-options.ts';
import { findScreening } from '../records/find-record.ts';
import { recordsFolder } from '../records/folder.ts';
import { keepingOf } from '../records/keeping.ts';
import { saveAddition } from '../records/save-screening.ts';
import { print, type Terminal } from '../terminal.ts';
import type { RecordsOptions } from './records-verify.ts';

export interface AddOptions extends RecordsOptions, AdditionOptions {
  readonly by?: string;
}

/** Adds to a screening what came after it. The record itself stays as it is: the addition is one of its own. */
export async function addToRecord(
  id: string,
  options: AddOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { screener, site } = await loadInForce(options, terminal);
  const { zone } = screener;
  const now = terminal.now();
  const added = readAddition(options, site, { zone, now });
  const to = findScreening(recordsFolder(options.records, terminal), id).id;
  const keeping = await keepingOf(options, site, terminal);
  const saved = await saveAddition(to, added, keeping, zone.format(now));
  if (options.json) print(terminal, JSON.stringify({ record: saved.id, to }, null, 2));
  else print(terminal, `Added to ${to} as record ${saved.id}`);
  return EXIT.done;
}
