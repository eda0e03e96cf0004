/** An interview in progress: the answers, and what is on the screen. Each reply leads to the next. */
import type { Finding } from '../evaluation/result.ts';
import type { Reading } from './ask.ts';
import { standingOf, type Tools } from './standing.ts';
import { type InterviewState, type MedicineList, NOTHING_ASKED } from './state.ts';
import { nextStep, type Step } from './steps.ts';

export type Position =
  | { readonly at: 'step'; readonly step: Step }
  /** What was said can be read in several ways. */
  | { readonly at: 'which'; readonly step: Step; readonly question: string; readonly readings: readonly Reading[] }
  /** Something that cannot wait until the end of the call. */
  | { readonly at: 'emergency'; readonly step: Step; readonly findings: readonly Finding[] }
  | { readonly at: 'review' }
  | { readonly at: 'medicine'; readonly list: MedicineList; readonly index: number }
  | { readonly at: 'finished' };

export interface Session {
  readonly state: InterviewState;
  readonly position: Position;
}

/** What is told after a reply, beside the next question. */
export type Said =
  | { readonly is: 'answer'; readonly section: string; readonly label: string; readonly answer: string }
  | { readonly is: 'note'; readonly text: string };

export interface Turn {
  readonly session: Session;
  readonly said: readonly Said[];
}

export function startSession(state: InterviewState = NOTHING_ASKED, tools: Tools): Session {
  return { state, position: positionAfter(state, tools) };
}

/** The first thing that is still to ask, or the review when nothing is. */
export function positionAfter(state: InterviewState, tools: Tools): Position {
  const step = nextStep(state, tools.screener.prepared.ruleSet, standingOf(state, tools));
  return step ? { at: 'step', step } : { at: 'review' };
}
