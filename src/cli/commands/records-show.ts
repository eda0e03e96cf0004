import type { StandingRecord } from '../../records/standing-record.ts';
import { recordText, type RecordView } from '../../report/records/record-text.ts';
import type { PaperKind } from '../../report/papers/paper-source.ts';
import { readBack } from '../../time/parse-time.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type InForce, loadInForce } from '../in-force.ts';
import { deliverPaper } from '../papers/deliver-paper.ts';
import { checkPaperOptions, type PaperOptions } from '../papers/paper-options.ts';
import { keptRules } from '../records/kept-rules.ts';
import { intakeOfRecord, paperSourceOf } from '../records/paper-source-of.ts';
import { readStanding } from '../records/read-screenings.ts';
import { storeOf } from '../records/store.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import type { RecordsOptions } from './records-verify.ts';

export interface ShowOptions extends RecordsOptions, Omit<PaperOptions, 'as'> {
  readonly as?: PaperKind | 'json';
}

/** Prints a record: the result, the answers and what was added to it; or a paper of it. */
export async function showRecord(
  id: string,
  options: ShowOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  checkPaperOptions(options);
  const store = await storeOf(options, terminal);
  const record = await readStanding(store, id);
  if (options.json || options.as === 'json') {
    print(terminal, JSON.stringify(record, null, 2));
    return EXIT.done;
  }
  const rules = await rulesOf(record.rules, store.folder, options, terminal);
  if (options.as === undefined) {
    print(terminal, recordText(record, viewOf(record, rules, options, terminal)));
    return EXIT.done;
  }
  const { site } = await loadInForce(options, terminal);
  const { language = 'en' } = options;
  const source = paperSourceOf(record, { ruleSet: rules.ruleSet, site, language });
  await deliverPaper(options.as, options.out, source, terminal);
  return EXIT.done;
}

function viewOf(
  record: StandingRecord,
  { ruleSet, medicines, screener }: InForce,
  options: ShowOptions,
  terminal: Terminal,
): RecordView {
  const { result } = record;
  return {
    intake: intakeOfRecord(record, ruleSet),
    palette: paletteFor(terminal, options.color !== false),
    ruleSet,
    recogniser: medicines.recogniser,
    vocabulary: medicines.vocabulary,
    zone: screener.zone,
    now: readBack(result.evaluated_at),
    procedureAt: readBack(result.procedure_at),
  };
}

/** The rules that decided; those in force where they are lost, which is said. */
async function rulesOf(
  digest: string,
  folder: string,
  options: ShowOptions,
  terminal: Terminal,
): Promise<InForce> {
  const kept = await keptRules(folder, digest);
  if (kept.ok && kept.isOfThisVersion) return kept.inForce;
  const fault = kept.ok ? 'of another version' : kept.fault;
  complain(terminal, `the rules that decided are ${fault}: sources and names are those of today`);
  return loadInForce(options, terminal);
}
