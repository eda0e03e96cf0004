import { userInfo } from 'node:os';

import type { ScreenResult } from '../../evaluation/result.ts';
import { askedQuestions } from '../../records/asked-questions.ts';
import { flatAnswers } from '../../records/flat-answers.ts';
import type { CallLog, ScreeningContent } from '../../records/record.ts';
import type { InForce } from '../in-force.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { prepareFolder, recordsFolder } from './folder.ts';
import { keepRules } from './kept-rules.ts';
import { orTrouble, type Saved, saveRecord } from './save-record.ts';

export interface KeepingOptions {
  readonly records?: string;
  readonly by?: string;
}

/** Where records are kept, and who keeps them. */
export interface Keeping {
  readonly folder: string;
  readonly by: string;
}

/** --by, PRESCREEN_BY, or the name under which the machine knows the user. */
export function keepingOf({ records, by }: KeepingOptions, terminal: Terminal): Keeping {
  const named = by ?? terminal.env['PRESCREEN_BY'] ?? '';
  return {
    folder: recordsFolder(records, terminal),
    by: named.trim() === '' ? userInfo().username : named.trim(),
  };
}

/** A screening that was decided, and what is known of the call. */
export interface Decided {
  /** In the form of an intake, as `check` has read them. */
  readonly answers: unknown;
  readonly result: ScreenResult;
  readonly history?: ScreeningContent['history'];
  readonly notes?: ScreeningContent['notes'];
  readonly call?: CallLog;
  /** The record that it takes up again. */
  readonly follows?: string;
}

/** Saves a screening, and the rules that decided it unless they are kept already. */
export async function saveScreening(
  { answers: given, result, history = [], notes = {}, call = { attempts: [] }, follows }: Decided,
  { folder, by }: Keeping,
  inForce: InForce,
  now: number,
): Promise<Saved> {
  orTrouble(folder, () => keepRules(folder, inForce, prepareFolder(folder)));
  const answers = flatAnswers(given, inForce.ruleSet);
  const content: ScreeningContent = {
    tool_version: VERSION,
    screened_by: by,
    questions: [...askedQuestions(inForce.ruleSet, answers, result)],
    answers,
    history,
    notes,
    result,
    call,
    overrides: [],
  };
  return saveRecord(
    folder,
    {
      kind: 'screening',
      saved_at: inForce.screener.zone.format(now),
      content: 'json',
      rules: inForce.screener.digest,
      follows: follows ?? null,
    },
    `${JSON.stringify(content)}\n`,
  );
}
