import type { ScreenResult } from '../../evaluation/result.ts';
import { type CallLog, NO_CALL } from '../../interview/call-log.ts';
import type { HistoryEntry } from '../../interview/state.ts';
import { askedQuestions } from '../../records/asked-questions.ts';
import { flatAnswers } from '../../records/flat-answers.ts';
import type { AdditionContent, ScreeningContent } from '../../records/record.ts';
import type { InForce } from '../in-force.ts';
import { VERSION } from '../version.ts';
import { keepRules } from './kept-rules.ts';
import type { Keeping } from './keeping.ts';
import { orTrouble } from './or-trouble.ts';
import { type Saved, saveRecord } from './save-record.ts';

/** A screening that was decided, and what is known of the call. */
export interface Decided {
  /** In the form of an intake, as `check` has read them. */
  readonly answers: unknown;
  readonly result: ScreenResult;
  readonly history?: readonly HistoryEntry[];
  readonly notes?: Readonly<Record<string, string>>;
  readonly call?: CallLog;
  /** The record that it takes up again. */
  readonly follows?: string | undefined;
}

/** Saves a screening, and the rules that decided it unless they are kept already; `now` is the moment of saving. */
export async function saveScreening(
  { answers: given, result, history = [], notes = {}, call = NO_CALL, follows }: Decided,
  keeping: Keeping,
  inForce: InForce,
  now: number,
): Promise<Saved> {
  const { folder, mode, by } = keeping;
  orTrouble(folder, () => keepRules(folder, inForce, mode));
  const answers = flatAnswers(given, inForce.ruleSet);
  const content: ScreeningContent = {
    tool_version: VERSION,
    screened_by: by,
    questions: [...askedQuestions(inForce.ruleSet, answers, result)],
    answers,
    history: [...history],
    notes,
    result,
    call,
    overrides: [],
  };
  const header = {
    kind: 'screening' as const,
    saved_at: inForce.screener.zone.format(now),
    rules: inForce.screener.digest,
    follows: follows ?? null,
  };
  return saveRecord(keeping, header, await locked(content, keeping));
}

/** Saves what is added to a screening, of that id. */
export async function saveAddition(
  to: string,
  content: Omit<AdditionContent, 'tool_version' | 'added_by'>,
  keeping: Keeping,
  savedAt: string,
): Promise<Saved> {
  const whole: AdditionContent = { tool_version: VERSION, added_by: keeping.by, ...content };
  const header = { kind: 'addition' as const, saved_at: savedAt, to };
  return saveRecord(keeping, header, await locked(whole, keeping));
}

/** The content as it is written; where it is encrypted, it never stands in the clear on the disk. */
async function locked(content: unknown, { lock }: Keeping): Promise<string> {
  const text = `${JSON.stringify(content)}\n`;
  return lock ? lock(text) : text;
}
