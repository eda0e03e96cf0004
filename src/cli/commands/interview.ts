import { resultChanges } from '../../interview/result-changes.ts';
import { startSession } from '../../interview/session.ts';
import type { Tools } from '../../interview/standing.ts';
import type { InterviewState } from '../../interview/state.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { changesText } from '../../report/interview/interview-changes.ts';
import { saidLines } from '../../report/interview/interview-text.ts';
import { procedureWords } from '../../report/papers/paper-source.ts';
import { summaryText } from '../../report/summary-text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type InForce, loadInForce } from '../in-force.ts';
import { beginningOf } from '../interview/beginning.ts';
import { draftsFolder, questionMarks, removeDraft, writeDraft } from '../interview/drafts.ts';
import { holdCall } from '../interview/hold-call.ts';
import { intakeRead, keepScreening, offerItsPapers } from '../interview/keep-screening.ts';
import { canAsk, type Surface, surfaceOf } from '../interview/surface.ts';
import type { GlobalOptions } from '../options.ts';
import { type KeepingOptions, keepingOf } from '../records/keeping.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { asOf } from './check.ts';

export interface InterviewOptions extends GlobalOptions, KeepingOptions {
  readonly intake?: string;
  /** The record of a screening that is taken up again, and the key where records are encrypted. */
  readonly record?: string;
  readonly identity?: string;
  readonly asOf?: string;
  readonly plain?: boolean;
}

/** Without a terminal there is nobody to ask: says what to do instead. */
export function explainNoTerminal(help: string, terminal: Terminal): ExitCode {
  complain(
    terminal,
    `The interview needs a terminal. To decide answers that stand in a file, run:\n\n  prescreen check FILE\n\n${help}`,
  );
  return EXIT.usage;
}

/** Asks, reviews, decides and keeps a record. Every answer is kept in a draft until then. */
export async function interview(options: InterviewOptions, terminal: Terminal): Promise<ExitCode> {
  if (!canAsk(options, terminal)) return explainNoTerminal('', terminal);
  const inForce = await loadInForce(options, terminal);
  // Before anything is asked: where the record is to go can be used.
  await keepingOf(options, inForce.site, terminal);
  const surface = surfaceOf(options, terminal);
  const tools = toolsOf(options, inForce, terminal);
  const folder = draftsFolder(terminal.env);
  const beginning = await beginningOf({ ...options, folder, tools: tools() }, inForce, surface);
  const { said, file } = beginning;
  if (said.length > 0) surface.say(saidLines(said, undefined, surface.palette).join('\n'));
  const questions = questionMarks(inForce.screener.prepared.ruleSet);
  let { isKept } = beginning;
  const keep = (current: InterviewState): void => {
    writeDraft(file, { saved_at: terminal.now(), questions, state: current });
    isKept = true;
  };
  let isDone = false;
  try {
    const start = startSession(named(beginning.state, options, terminal), tools());
    const held = await holdCall(start, { ...surface, tools, keep }, (result, state) =>
      tellResult(result, state, { inForce, surface, tools: tools() }),
    );
    if (held.is === 'parked') {
      surface.say('\nParked. The answers are kept; the next start offers to go on.');
      isDone = true;
      return EXIT.done;
    }
    const id = await keepScreening(held, options, inForce, surface);
    removeDraft(file);
    isDone = true;
    if (options.json) print(terminal, JSON.stringify(held.result, null, 2));
    await offerItsPapers(id, held, inForce, surface);
  } finally {
    if (!isDone && isKept)
      complain(terminal, '\nInterrupted. The answers are kept; the next start offers to go on.');
  }
  return EXIT.done;
}

/** The tools at each moment: time goes on during a call, unless --as-of stops it. */
function toolsOf(options: InterviewOptions, inForce: InForce, terminal: Terminal): () => Tools {
  const { screener, medicines } = inForce;
  const { recogniser, vocabulary } = medicines;
  const fixed = asOf(options, inForce);
  return () => ({ screener, vocabulary, recogniser, now: fixed ?? terminal.now() });
}

/** Who screens, where the command line or PRESCREEN_BY tells; asked at the end otherwise. */
function named(state: InterviewState, { by }: InterviewOptions, { env }: Terminal): InterviewState {
  const told = (by ?? env['PRESCREEN_BY'] ?? '').trim();
  return told === '' ? state : { ...state, by: told };
}

interface Telling {
  readonly inForce: InForce;
  readonly surface: Surface;
  readonly tools: Tools;
}

/** The result, as `check` gives it for the same answers, and what changed since the one that is followed. */
function tellResult(
  result: ScreenResult,
  state: InterviewState,
  { inForce: { ruleSet }, surface: { say, palette }, tools }: Telling,
): void {
  const intake = intakeRead(state, tools);
  const procedure = procedureWords({ intake, ruleSet });
  const { zone } = tools.screener;
  say(`\n${summaryText(result, { palette, zone, ruleSet, procedure, intake, full: false })}`);
  if (!state.follows) return;
  const { record, result: first } = state.follows;
  say(`${changesText(resultChanges(first, result), record, palette)}\n`);
}
