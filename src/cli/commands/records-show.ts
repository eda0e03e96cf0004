import { recordText } from '../../report/record-text.ts';
import { readBack } from '../../time/parse-time.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type InForce, loadInForce } from '../in-force.ts';
import { keptRules } from '../records/kept-rules.ts';
import { readStanding } from '../records/read-screenings.ts';
import { storeOf } from '../records/store.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import type { RecordsOptions } from './records-verify.ts';

export interface ShowOptions extends RecordsOptions {
  readonly as?: string;
}

/** Prints a record: the result, the answers and what was added to it. */
export async function showRecord(
  id: string,
  options: ShowOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const store = await storeOf(options, terminal);
  const record = await readStanding(store, id);
  if (options.json || options.as === 'json') {
    print(terminal, JSON.stringify(record, null, 2));
    return EXIT.done;
  }
  const { ruleSet, medicines, screener } = await rulesOf(
    record.rules,
    store.folder,
    options,
    terminal,
  );
  print(
    terminal,
    recordText(record, {
      palette: paletteFor(terminal, options.color !== false),
      ruleSet,
      recogniser: medicines.recogniser,
      vocabulary: medicines.vocabulary,
      zone: screener.zone,
      now: readBack(record.result.evaluated_at),
      procedureAt: readBack(record.result.procedure_at),
    }),
  );
  return EXIT.done;
}

/** The rules that decided; those in force where they are lost, which is said. */
async function rulesOf(
  digest: string,
  folder: string,
  options: ShowOptions,
  terminal: Terminal,
): Promise<InForce> {
  const kept = await keptRules(folder, digest);
  if (kept.ok) return kept.inForce;
  complain(
    terminal,
    `the rules that decided are ${kept.fault}: sources and names are those in force now`,
  );
  return loadInForce(options, terminal);
}
