import { mostRestrictive } from '../../evaluation/finding-order.ts';
import { screen } from '../../evaluation/screen.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import type { Intake } from '../../intake/answers.ts';
import { procedureWords } from '../../report/papers/paper-source.ts';
import { diagnosticsText } from '../../report/diagnostics-text.ts';
import { summaryText } from '../../report/summary-text.ts';
import { formatPlace } from '../../source/diagnostic.ts';
import { parseInstant } from '../../time/parse-time.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, EXIT_OF, type ExitCode } from '../exit-code.ts';
import { type InForce, loadInForce } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { checkPaperOptions, type PaperOptions } from '../papers/paper-options.ts';
import { type ReadIntake, readIntakeFile } from '../read-intakes.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

export interface CheckOptions extends GlobalOptions, PaperOptions {
  readonly exitCode?: boolean;
  readonly full?: boolean;
  readonly asOf?: string;
  /** Keeps a record of each screening. */
  readonly save?: boolean;
  readonly records?: string;
  readonly by?: string;
}

type Accepted = Extract<ReadIntake, { ok: true }>;
type Rejected = Extract<ReadIntake, { ok: false }>;
type Checked = Decided | Rejected;

interface Decided {
  readonly intake: Intake;
  readonly result: ScreenResult;
  /** The answers as they stand in the file. */
  readonly raw: unknown;
}

interface PaperContext extends InForce {
  readonly terminal: Terminal;
  /** The record that was kept of the screening, if one was. */
  readonly recordId: string | undefined;
}

/** Decides the intakes of one or more files and prints what comes of each. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  checkPaperOptions(options);
  const inForce = await loadInForce(options, terminal);
  const reading = {
    zone: inForce.screener.zone,
    asOf: asOf(options, inForce),
    // A result tells its moment to the second, and is decided as of what it tells.
    now: wholeSecond(terminal.now()),
  };
  const read = [];
  for (const file of files) {
    read.push(await readIntakeFile(file, inForce.ruleSet, reading, terminal.stdin));
  }
  const asList = files.length > 1 || read.some(({ isList }) => isList);
  const checked = read
    .flatMap(({ intakes }) => intakes)
    .map((each) => (each.ok ? decide(each, inForce) : each));
  if (options.as && checked.length !== 1) {
    throw new Trouble(`--as writes the paper of one patient, and there are ${checked.length} here`);
  }
  const decided = checked.filter(isDecided);
  const saved = options.save ? await save(decided, options, inForce, terminal) : [];
  if (options.as) {
    const context = { ...inForce, terminal, recordId: saved[0] };
    for (const each of decided) await printPaper(each, options, context);
    for (const each of checked) if (!isDecided(each)) complainOf(each, terminal);
  } else if (options.json) printJson(checked, asList, terminal);
  else printSummaries(checked, options, inForce, terminal);
  if (decided.length < checked.length) return asList ? EXIT.rejected : EXIT.usage;
  return options.exitCode
    ? EXIT_OF[mostRestrictive(decided.map(({ result }) => result))]
    : EXIT.done;
}

/** Keeps a record of each, and tells their ids. */
async function save(
  decided: readonly Decided[],
  options: CheckOptions,
  inForce: InForce,
  terminal: Terminal,
): Promise<string[]> {
  const { keepingOf } = await import('../records/keeping.ts');
  const { saveScreening } = await import('../records/save-screening.ts');
  const keeping = await keepingOf(options, inForce.site, terminal);
  const ids = [];
  for (const { raw, result } of decided) {
    const { id } = await saveScreening({ answers: raw, result }, keeping, inForce, terminal.now());
    complain(terminal, `saved as record ${id}`);
    ids.push(id);
  }
  return ids;
}

function wholeSecond(instant: number): number {
  return instant - (instant % 1000);
}

/** The moment that --as-of gives, in the clinic's time zone unless it carries an offset. */
export function asOf(
  { asOf: text }: Pick<CheckOptions, 'asOf'>,
  { screener }: Pick<InForce, 'screener'>,
): number | undefined {
  if (text === undefined) return undefined;
  const instant = parseInstant(text, screener.zone, 'earlier');
  if (instant === undefined)
    throw new Trouble(`--as-of: \`${text}\` is no moment; write it like 2026-11-20T14:30`);
  return instant;
}

function decide({ intake, raw }: Accepted, { screener }: InForce): Decided {
  return { intake, result: screen(intake, screener), raw };
}

function isDecided(checked: Checked): checked is Decided {
  return 'result' in checked;
}

function printJson(checked: readonly Checked[], asList: boolean, terminal: Terminal): void {
  const elements = checked.map((each) => (isDecided(each) ? each.result : errorElement(each)));
  print(terminal, JSON.stringify(asList ? elements : elements[0], null, 2));
}

function errorElement({ id, diagnostics }: Rejected): unknown {
  const errors = diagnostics.map(({ code, message, help, span }) => ({
    code,
    message: help === undefined ? message : `${message} (${help})`,
    at: formatPlace(span),
  }));
  return { id: id ?? null, error: errors[0], errors };
}

function printSummaries(
  checked: readonly Checked[],
  options: CheckOptions,
  inForce: InForce,
  terminal: Terminal,
): void {
  const palette = paletteFor(terminal, options.color !== false);
  const { zone } = inForce.screener;
  const { ruleSet } = inForce;
  const full = options.full === true;
  for (const [index, each] of checked.entries()) {
    if (index > 0) print(terminal, `${'─'.repeat(80)}\n`);
    if (isDecided(each)) {
      const { result, intake } = each;
      const procedure = procedureWords({ intake, ruleSet });
      print(terminal, summaryText(result, { palette, zone, ruleSet, procedure, intake, full }));
    }
    if (!isDecided(each)) complainOf(each, terminal);
  }
}

function complainOf({ id, diagnostics }: Rejected, terminal: Terminal): void {
  complain(terminal, `${id ?? 'an intake'} is rejected:\n\n${diagnosticsText(diagnostics)}`);
}

async function printPaper(
  { intake, result }: Decided,
  { as: kind = 'note', language = 'en', out, by: screenedBy }: CheckOptions,
  { ruleSet, site, screener: { zone }, terminal, recordId }: PaperContext,
): Promise<void> {
  const { deliverPaper } = await import('../papers/deliver-paper.ts');
  const source = { intake, result, ruleSet, site, zone, language, screenedBy, recordId };
  await deliverPaper(kind, out, source, terminal);
}
