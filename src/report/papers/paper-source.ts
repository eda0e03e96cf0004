/** What every paper is written from: one evaluation, the answers behind it and what became of the call. */
import type { ScreenResult } from '../../evaluation/result.ts';
import type { Intake } from '../../intake/answers.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Disposition } from '../../rules/schema/common.ts';
import type { Site } from '../../rules/site.ts';
import type { Zone } from '../../time/zone.ts';

export const LANGUAGES = ['en', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

export const PAPER_KINDS = ['note', 'sbar', 'patient', 'ics'] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

/** The call log, as a record keeps it; date-times with their offset. */
interface PaperCall {
  readonly attempts: readonly {
    readonly at: string;
    readonly outcome: 'reached' | 'no-answer' | 'left-message';
    readonly spoke_with?: 'patient' | 'family' | 'caregiver' | 'other' | undefined;
  }[];
  readonly teach_back?: boolean | undefined;
  readonly read_back?: { readonly by: string; readonly at?: string | undefined } | undefined;
}

/** Somebody decided otherwise; the disposition of the result stays as it was. */
interface PaperOverride {
  readonly by: string;
  readonly reason_words: string;
  readonly comment: string;
  readonly at: string;
  readonly disposition: Disposition;
}

export interface PaperSource {
  readonly result: ScreenResult;
  readonly intake: Intake;
  readonly ruleSet: RuleSet;
  readonly site: Site;
  readonly zone: Zone;
  /** Of the patient's papers; those for clinicians are in English. */
  readonly language: Language;
  readonly recordId?: string | undefined;
  readonly screenedBy?: string | undefined;
  /** What the nurse noted at a question, by its fact. */
  readonly notes?: Readonly<Record<string, string>> | undefined;
  readonly call?: PaperCall | undefined;
  readonly overrides?: readonly PaperOverride[] | undefined;
}

/** The procedure in words. */
export function procedureWords({
  intake,
  ruleSet,
}: Pick<PaperSource, 'intake' | 'ruleSet'>): string {
  const question = ruleSet.questions.find(({ id }) => id === 'procedure.type');
  const answer = intake.answers.get('procedure.type');
  const name = answer?.state === 'answered' ? String(answer.value) : '';
  const choices = question && 'choices' in question ? question.choices : {};
  return choices[name] ?? name;
}
