/** What a reply does to a session. */
import type { Command, Reply } from './ask/ask.ts';
import { FINISH } from './ask/ask-at.ts';
import { type ClosingStep, closingBefore, withClosing } from './closing.ts';
import type { CallAttempt } from './call-log.ts';
import { toldOf } from './emergency.ts';
import { withHistory } from './history.ts';
import { notedKey, withNote } from './notes.ts';
import type { Target } from './review.ts';
import { saidOfStep } from './said.ts';
import {
  closingPosition,
  type NotedPosition,
  type Position,
  positionAfter,
  type Session,
  type Turn,
} from './session.ts';
import type { Tools } from './standing.ts';
import { type InterviewState, isOpenList, withSettled } from './state.ts';
import { type Step, stepBefore } from './steps.ts';
import { answered, finished, removed, stay, turn } from './turns.ts';
import { questionIdOf, sectionOf, viewOf } from './view.ts';

/** The next turn, with its history. A refused reply, and the wish to know why, leave everything as it is. */
export function takeReply(session: Session, reply: Reply, tools: Tools): Turn {
  const { session: after, said } = replied(session, reply, tools);
  const state = withHistory(session.state, after.state, tools.screener.zone.format(tools.now));
  return { session: { ...session, ...after, state }, said };
}

function replied(session: Session, reply: Reply, tools: Tools): Turn {
  const { state, position } = session;
  if (reply.is === 'refused') return stay(session);
  if (reply.is === 'which') {
    if (position.at !== 'step') throw new Error(`nothing to choose from at ${position.at}`);
    return turn(state, {
      at: 'which',
      step: position.step,
      question: reply.question,
      readings: reply.readings,
    });
  }
  if (reply.is === 'row') {
    if (position.at !== 'step' || position.step.kind !== 'another')
      throw new Error(`no table at ${position.at}`);
    return turn(state, { at: 'medicine', list: position.step.list, index: reply.index });
  }
  return reply.is === 'value'
    ? withValue(session, reply.value, tools)
    : withCommand(session, reply.command, tools);
}

function withValue(session: Session, value: unknown, tools: Tools): Turn {
  const { state, position } = session;
  switch (position.at) {
    case 'step':
    case 'which':
      return answered(session, position.step, value, tools);
    case 'emergency':
      return acknowledged(session, position, value === FINISH, tools);
    case 'review':
      return turn(state, positionOf(value as Target));
    case 'medicine':
      return turn(state, { at: 'step', step: value as Step });
    case 'note':
      return turn(noted(state, position.from, String(value)), position.from);
    case 'sections':
      return wentTo(state, value as Step, tools);
    case 'park':
      return turn(withAttempt(state, value as CallAttempt['outcome'], tools), { at: 'parked' });
    case 'closing':
      return closed(state, position.step, value, tools);
    case 'parked':
    case 'finished':
    case 'closed':
      return stay(session);
  }
}

function withCommand(session: Session, command: Command, tools: Tools): Turn {
  const { state, position } = session;
  if (command === 'sections') return turn(state, { at: 'sections', from: position });
  if (command === 'park') return turn(state, { at: 'park', from: outOf(position) });
  if (command === 'review') return turn(state, { at: 'review' });
  switch (position.at) {
    case 'step':
      return atStep(session, position.step, command, tools);
    case 'which':
    case 'emergency':
      return turn(state, { at: 'step', step: position.step });
    case 'review':
      return command === 'note'
        ? turn(state, { at: 'note', from: position })
        : leaveReview(session, command === 'finish', tools);
    case 'medicine':
      return atMedicine(session, position, command, tools);
    case 'note':
      return turn(command === 'remove' ? noted(state, position.from, '') : state, position.from);
    case 'sections':
    case 'park':
      return turn(state, position.from);
    case 'closing': {
      if (command === 'skip') return closed(state, position.step, undefined, tools);
      const before = closingBefore(position.step, state, tools);
      return turn(state, before ? { at: 'closing', step: before } : { at: 'review' });
    }
    case 'parked':
    case 'finished':
    case 'closed':
      return stay(session);
  }
}

function closed(state: InterviewState, step: ClosingStep, value: unknown, tools: Tools): Turn {
  const after = withClosing(state, step, value, tools);
  return turn(after, closingPosition(after, tools));
}

/** Where the way back from parking leads: not to the list of ways out itself. */
function outOf(position: Position): Position {
  return position.at === 'sections' ? position.from : position;
}

function noted(state: InterviewState, from: NotedPosition, text: string): InterviewState {
  return withNote(state, notedKey(from), text);
}

function withAttempt(
  state: InterviewState,
  outcome: CallAttempt['outcome'],
  { screener, now }: Tools,
): InterviewState {
  const attempt = { at: screener.zone.format(now), outcome };
  return { ...state, call: { ...state.call, attempts: [...state.call.attempts, attempt] } };
}

function wentTo(state: InterviewState, step: Step, tools: Tools): Turn {
  const within = sectionOf(step, { tools });
  return { session: { state, position: { at: 'step', step }, within }, said: [] };
}

function atMedicine(
  { state }: Session,
  place: Extract<Position, { at: 'medicine' }>,
  command: Command,
  tools: Tools,
): Turn {
  if (command === 'remove') return removed(state, place, tools);
  if (command === 'note') return turn(state, { at: 'note', from: place });
  const { list } = place;
  return turn(
    state,
    isOpenList(state, list) ? { at: 'step', step: { kind: 'another', list } } : { at: 'review' },
  );
}

function atStep(session: Session, step: Step, command: Command, tools: Tools): Turn {
  const { state, within } = session;
  const view = viewOf(state, tools);
  switch (command) {
    case 'unknown':
    case 'declined':
      return answered(session, step, command, tools);
    case 'skip':
      if (step.kind === 'group') return stay(session);
      return answered(
        { ...session, state: withSettled(state, questionIdOf(step)) },
        step,
        undefined,
        tools,
      );
    case 'keep':
      return turn(state, positionAfter(state, tools, within), saidOfStep(step, view));
    case 'back': {
      const before = stepBefore(step, view.steps);
      return before ? turn(state, { at: 'step', step: before }) : stay(session);
    }
    case 'note':
      return turn(state, { at: 'note', from: { at: 'step', step } });
    case 'remove':
      return step.kind === 'name' ? removed(state, step, tools) : stay(session);
    case 'why':
    case 'finish':
    case 'review':
    case 'sections':
    case 'park':
      return stay(session);
  }
}

function acknowledged(
  { state, within }: Session,
  { findings }: Extract<Position, { at: 'emergency' }>,
  isOver: boolean,
  tools: Tools,
): Turn {
  const after = { ...state, told: [...state.told, ...findings.map(toldOf)] };
  return isOver ? finished(after, tools) : turn(after, positionAfter(after, tools, within));
}

function positionOf(target: Target): Position {
  return target.to === 'step'
    ? { at: 'step', step: target.placed.step }
    : { at: 'medicine', list: target.list, index: target.index };
}

function leaveReview({ state }: Session, isOver: boolean, tools: Tools): Turn {
  if (isOver) return finished(state, tools);
  const next = positionAfter(state, tools);
  if (next.at !== 'review') return turn(state, next);
  const last = viewOf(state, tools).steps.at(-1);
  return turn(state, last ? { at: 'step', step: last.step } : next);
}
