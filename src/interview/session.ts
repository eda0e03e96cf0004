/** An interview in progress: the answers, and what is on the screen. Each reply leads to the next. */
import type { Finding } from '../evaluation/result.ts';
import type { Reading } from './ask/ask.ts';
import { type ClosingStep, nextClosing } from './closing.ts';
import { newEmergencies } from './emergency.ts';
import { standingOf, type Tools } from './standing.ts';
import type { InterviewState, MedicineList } from './state.ts';
import { nextStep, type Step } from './steps.ts';

export type Position =
  | { readonly at: 'step'; readonly step: Step }
  /** What was said can be read in several ways. */
  | {
      readonly at: 'which';
      readonly step: Step;
      readonly question: string;
      readonly readings: readonly Reading[];
    }
  /** Something that cannot wait until the end of the call. */
  | { readonly at: 'emergency'; readonly step: Step; readonly findings: readonly Finding[] }
  | { readonly at: 'review' }
  | { readonly at: 'medicine'; readonly list: MedicineList; readonly index: number }
  /** A note at a step, or on a medicine that is changed. */
  | { readonly at: 'note'; readonly from: NotedPosition }
  /** The sections to go to, from where it was asked. */
  | { readonly at: 'sections'; readonly from: Position }
  | { readonly at: 'park'; readonly from: Position }
  /** The call goes on another time. */
  | { readonly at: 'parked' }
  /** Decided: the result is told, and then the call is closed. */
  | { readonly at: 'finished' }
  | { readonly at: 'closing'; readonly step: ClosingStep }
  | { readonly at: 'closed' };

export type NotedPosition = Extract<Position, { at: 'step' | 'medicine' | 'review' }>;

export interface Session {
  readonly state: InterviewState;
  readonly position: Position;
  /** The section that was gone to: it is asked to its end before the call goes on in its order. */
  readonly within?: string;
}

/** What is told after a reply, beside the next question. */
export type Said =
  | {
      readonly is: 'answer';
      readonly section: string;
      readonly label: string;
      readonly answer: string;
    }
  | { readonly is: 'note'; readonly text: string };

export interface Turn {
  readonly session: Session;
  readonly said: readonly Said[];
}

/** Goes on where the answers end; an emergency that they tell of comes first. */
export function startSession(state: InterviewState, tools: Tools): Session {
  const position = positionAfter(state, tools);
  const findings = newEmergencies(state, tools);
  if (findings.length === 0) return { state, position };
  const step: Step = position.at === 'step' ? position.step : { kind: 'question', id: 'id' };
  return { state, position: { at: 'emergency', step, findings } };
}

/** Goes on once the result is told: with what is asked at the end of a call, if anything. */
export function closingPosition(state: InterviewState, tools: Tools): Position {
  const step = nextClosing(state, tools);
  return step ? { at: 'closing', step } : { at: 'closed' };
}

/** The first thing that is still to ask, of that section when there is any, or the review when nothing is. */
export function positionAfter(state: InterviewState, tools: Tools, within?: string): Position {
  const { ruleSet } = tools.screener.prepared;
  const step = nextStep(state, ruleSet, standingOf(state, tools), within);
  return step ? { at: 'step', step } : { at: 'review' };
}
