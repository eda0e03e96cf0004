/** The end of the call, once it is decided: what the record keeps of it. */
import { CONTROL } from '../intake/read-value.ts';
import { type Ask, offer, readCommand, refused, type Reply } from './ask/ask.ts';
import { type AnswerKind, choice, yesNo } from './ask/answer-kinds.ts';
import type { CallAttempt } from './call-log.ts';
import { resultOf, type Tools } from './standing.ts';
import { textOf } from './words/answer-words.ts';
import { type InterviewState, withSettled } from './state.ts';

const CLOSING_STEPS = ['by', 'spoke_with', 'teach_back', 'read_back'] as const;

export type ClosingStep = (typeof CLOSING_STEPS)[number];

/** What is still to ask at the end; undefined when the call is closed. */
export function nextClosing(state: InterviewState, tools: Tools): ClosingStep | undefined {
  return stepsOf(state, tools).find((step) => !isTold(state, step));
}

/** The one asked before this; undefined at the first. */
export function closingBefore(
  step: ClosingStep,
  state: InterviewState,
  tools: Tools,
): ClosingStep | undefined {
  const steps = stepsOf(state, tools);
  return steps[steps.indexOf(step) - 1];
}

/** Where nobody was called, nothing was said back. Whoever decides on a physician's word hears it repeated. */
function stepsOf(state: InterviewState, tools: Tools): readonly ClosingStep[] {
  const isSpoken = state.call.attempts.some(({ spoke_with: whom }) => whom !== undefined);
  const isDecidedByPhysician = resultOf(state, tools)?.disposition !== 'go';
  return CLOSING_STEPS.filter((step) => {
    if (step === 'teach_back') return isSpoken || !isTold(state, 'spoke_with');
    return step !== 'read_back' || isDecidedByPhysician;
  });
}

function isTold(state: InterviewState, step: ClosingStep): boolean {
  return step === 'by' ? state.by !== undefined : state.settled.includes(settledName(step));
}

function settledName(step: ClosingStep): string {
  return `call.${step}`;
}

const NOBODY = 'none';

const SPOKEN_WITH = {
  [NOBODY]: 'Nobody: there was no call',
  patient: 'The patient',
  family: 'Family',
  caregiver: 'A caregiver',
  other: 'Someone else, or an interpreter',
} satisfies Record<NonNullable<CallAttempt['spoke_with']> | typeof NOBODY, string>;

const WORDS: Readonly<Record<ClosingStep, string>> = {
  by: 'Who screens? Your name or initials, for the record.',
  spoke_with: 'Whom did you speak with?',
  teach_back: 'Did they say in their own words what the patient will do?',
  read_back: 'Which physician was told, and read it back?',
};

export function askClosing(step: ClosingStep): Ask {
  const { readAnswer, ...kind } = kindOf(step);
  const offers = [...(step === 'read_back' ? [offer('skip', 'still to come')] : []), offer('back')];
  return {
    ...kind,
    heading: 'End of the call',
    words: WORDS[step],
    offers,
    help: [],
    read: (text) => readCommand(text, offers) ?? readAnswer(text),
  };
}

function kindOf(step: ClosingStep): AnswerKind {
  if (step === 'teach_back') return yesNo();
  if (step === 'spoke_with') return choice(SPOKEN_WITH);
  return { kind: 'line', options: [], readAnswer: readName };
}

const LONGEST_NAME = 80;

function readName(text: string): Reply {
  const name = text.trim();
  if (name === '') return refused('a name is needed');
  return CONTROL.test(name) || name.length > LONGEST_NAME
    ? refused('a name, in letters')
    : { is: 'value', value: name };
}

/** `undefined` as a value: it is still to come. */
export function withClosing(
  state: InterviewState,
  step: ClosingStep,
  value: unknown,
  { screener, now }: Tools,
): InterviewState {
  const { call } = state;
  const at = screener.zone.format(now);
  const told = withSettled(state, settledName(step));
  switch (step) {
    case 'by':
      return { ...state, by: textOf(value) };
    case 'spoke_with': {
      // Asked again: what was said of this call before is replaced.
      const before = call.attempts.filter(({ spoke_with: whom }) => whom === undefined);
      const reached = { at, outcome: 'reached', spoke_with: value as Spoken } as const;
      return {
        ...told,
        call: { ...call, attempts: value === NOBODY ? before : [...before, reached] },
      };
    }
    case 'teach_back':
      return { ...told, call: { ...call, teach_back: value === true } };
    case 'read_back': {
      const { read_back: _before, ...rest } = call;
      return {
        ...told,
        call: value === undefined ? rest : { ...rest, read_back: { by: textOf(value), at } },
      };
    }
  }
}

type Spoken = NonNullable<CallAttempt['spoke_with']>;
