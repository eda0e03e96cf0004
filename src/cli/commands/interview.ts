import type { ScreenResult } from '../../evaluation/result.ts';
import { startSession } from '../../interview/session.ts';
import { intakeOf, resultOf, type Tools } from '../../interview/standing.ts';
import type { InterviewState } from '../../interview/state.ts';
import { choiceWords } from '../../interview/answer-words.ts';
import { saidLines } from '../../report/interview-text.ts';
import { headlineWords, summaryText } from '../../report/summary-text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type InForce, loadInForce } from '../in-force.ts';
import { beginningOf } from '../interview/beginning.ts';
import { converse } from '../interview/conversation.ts';
import { draftsFolder, questionMarks, removeDraft, writeDraft } from '../interview/drafts.ts';
import { offerToSave } from '../interview/save-intake.ts';
import { canAsk, type Surface, surfaceOf } from '../interview/surface.ts';
import type { GlobalOptions } from '../options.ts';
import { type KeepingOptions, keepingOf } from '../records/keeping.ts';
import { saveScreening } from '../records/save-screening.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { asOf } from './check.ts';

export interface InterviewOptions extends GlobalOptions, KeepingOptions {
  readonly intake?: string;
  readonly asOf?: string;
}

/** Without a terminal there is nobody to ask: says what to do instead. */
export function explainNoTerminal(help: string, terminal: Terminal): ExitCode {
  complain(
    terminal,
    `The interview needs a terminal. To decide answers that stand in a file, run:\n\n  prescreen check FILE\n\n${help}`,
  );
  return EXIT.usage;
}

/** Asks, reviews and decides. Every answer is kept in a draft until then. */
export async function interview(options: InterviewOptions, terminal: Terminal): Promise<ExitCode> {
  if (!canAsk(options, terminal)) return explainNoTerminal('', terminal);
  const inForce = await loadInForce(options, terminal);
  // Before anything is asked: where the record is to go can be used.
  await keepingOf(options, inForce.site, terminal);
  const surface = surfaceOf(options, terminal);
  const { recogniser } = inForce.medicines;
  const fixed = asOf(options, inForce);
  const tools = (): Tools => ({
    screener: inForce.screener,
    vocabulary: inForce.medicines.vocabulary,
    recogniser,
    now: fixed ?? terminal.now(),
  });
  const folder = draftsFolder(terminal.env);
  const { state, said, file, ...draft } = await beginningOf(
    { folder, intake: options.intake, tools: tools() },
    inForce,
    surface,
  );
  let { isKept } = draft;
  if (said.length > 0) surface.say(saidLines(said, undefined, surface.palette).join('\n'));
  const questions = questionMarks(inForce.screener.prepared.ruleSet);
  const keep = (current: InterviewState): void => {
    writeDraft(file, { saved_at: terminal.now(), questions, state: current });
    isKept = true;
  };
  let isDone = false;
  try {
    const start = startSession(state, tools());
    const { state: answers, position } = await converse(start, { ...surface, tools, keep });
    if (position.at === 'parked') {
      surface.say('\nParked. The answers are kept; the next start offers to go on.');
      isDone = true;
      return EXIT.done;
    }
    const decided = tools();
    const result = tellResult(answers, decided, { inForce, surface, terminal, options });
    await keepRecord(answers, decided, result, { inForce, surface, terminal, options });
    await save(answers, decided, headlineWords(result), surface);
    removeDraft(file);
    isDone = true;
  } finally {
    if (!isDone && isKept)
      complain(terminal, '\nInterrupted. The answers are kept; the next start offers to go on.');
  }
  return EXIT.done;
}

interface Telling {
  readonly inForce: InForce;
  readonly surface: Surface;
  readonly terminal: Terminal;
  readonly options: InterviewOptions;
}

/** Prints the result as `check` gives it for the same answers. */
function tellResult(
  state: InterviewState,
  tools: Tools,
  { inForce, surface, terminal, options }: Telling,
): ScreenResult {
  const result = resultOf(state, tools);
  if (!result) throw new Error('the interview ended without an intake that can be read');
  const { ruleSet } = inForce;
  const type = ruleSet.questions.find(({ id }) => id === 'procedure.type');
  const name = state.answers['procedure.type'];
  const procedure = type && 'choices' in type ? choiceWords(type.choices, name) : String(name);
  const { zone } = tools.screener;
  surface.say(
    `\n${summaryText(result, { palette: surface.palette, zone, ruleSet, procedure, full: false })}`,
  );
  if (options.json) print(terminal, JSON.stringify(result, null, 2));
  return result;
}

async function keepRecord(
  state: InterviewState,
  tools: Tools,
  result: ScreenResult,
  { inForce, surface, terminal, options }: Telling,
): Promise<void> {
  const { history, notes, call, by } = state;
  const named = { records: options.records, by: options.by ?? by };
  const keeping = await keepingOf(named, inForce.site, terminal);
  const decided = { answers: intakeOf(state, tools), result, history, notes, call };
  const { id } = await saveScreening(decided, keeping, inForce, terminal.now());
  surface.say(`Kept as record ${id} in ${keeping.folder}`);
}

async function save(
  state: InterviewState,
  tools: Tools,
  headline: string,
  { asker, say }: Surface,
): Promise<void> {
  const today = tools.screener.zone.dayOf(tools.now);
  const file = await offerToSave(intakeOf(state, tools), asker, { today, headline });
  if (file !== undefined) say(`Saved as ${file}\nTo decide it again: prescreen check ${file}`);
}
