/** What a reply does to a session. */
import type { Reply } from './ask.ts';
import { FINISH } from './ask-at.ts';
import { admit } from './admit.ts';
import { applyValue, removeMedicine } from './apply.ts';
import { withHistory } from './history.ts';
import { newEmergencies, toldOf } from './emergency.ts';
import { prune } from './prune.ts';
import type { Target } from './review.ts';
import { type Position, positionAfter, type Said, type Session, type Turn } from './session.ts';
import { saidOfRemoval, saidOfStep } from './said.ts';
import type { Tools } from './standing.ts';
import {
  type InterviewState,
  MEDICINE_LISTS,
  isOpenList,
  medicinesOf,
  withSettled,
} from './state.ts';
import { type Step, stepBefore } from './steps.ts';
import { viewOf } from './view.ts';

/** The next turn, with its history. A refused reply, and the wish to know why, leave everything as it is. */
export function takeReply(session: Session, reply: Reply, tools: Tools): Turn {
  const { session: after, said } = replied(session, reply, tools);
  const state = withHistory(session.state, after.state, tools.screener.zone.format(tools.now));
  return { session: { ...after, state }, said };
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
  switch (position.at) {
    case 'step':
      return reply.is === 'value'
        ? answered(state, position.step, reply.value, tools)
        : atStep(session, position.step, reply.command, tools);
    case 'which':
      return reply.is === 'value'
        ? answered(state, position.step, reply.value, tools)
        : turn(state, { at: 'step', step: position.step });
    case 'emergency':
      if (reply.is === 'command') return turn(state, { at: 'step', step: position.step });
      return acknowledged(state, position, reply.value === FINISH, tools);
    case 'review':
      return reply.is === 'value'
        ? turn(state, positionOf(reply.value as Target))
        : leaveReview(session, reply.command === 'finish', tools);
    case 'medicine':
      if (reply.is === 'value') return turn(state, { at: 'step', step: reply.value as Step });
      return reply.command === 'remove'
        ? removed(state, position, tools)
        : turn(state, { at: 'review' });
    case 'finished':
      return stay(session);
  }
}

function turn(state: InterviewState, position: Position, said: readonly Said[] = []): Turn {
  return { session: { state, position }, said };
}

function stay(session: Session): Turn {
  return { session, said: [] };
}

/** Takes an answer, and what it makes moot; then the emergency that it tells of, or the next question. */
function answered(state: InterviewState, step: Step, value: unknown, tools: Tools): Turn {
  const applied = applyValue(state, step, value, tools);
  const usable = admit(applied.state, tools);
  const pruned = prune(usable.state, tools);
  const view = viewOf(pruned.state, tools);
  const said = [
    ...saidOfStep(step, view),
    ...applied.said,
    ...usable.said,
    ...pruned.removed.map((each) => saidOfRemoval(each, view)),
  ];
  const findings = newEmergencies(pruned.state, tools);
  const position: Position =
    findings.length > 0 ? { at: 'emergency', step, findings } : positionAfter(pruned.state, tools);
  return turn(pruned.state, position, said);
}

type Command = Extract<Reply, { is: 'command' }>['command'];

function atStep(session: Session, step: Step, command: Command, tools: Tools): Turn {
  const { state } = session;
  const view = viewOf(state, tools);
  switch (command) {
    case 'unknown':
    case 'declined':
      return answered(state, step, command, tools);
    case 'skip':
      return answered(
        withSettled(state, step.kind === 'question' ? step.id : step.list),
        step,
        undefined,
        tools,
      );
    case 'keep':
      return turn(state, positionAfter(state, tools), saidOfStep(step, view));
    case 'back': {
      const before = stepBefore(step, view.steps);
      return before ? turn(state, { at: 'step', step: before }) : stay(session);
    }
    case 'review':
      return turn(state, { at: 'review' });
    case 'remove':
      return step.kind === 'name' ? removed(state, step, tools) : stay(session);
    case 'why':
    case 'finish':
      return stay(session);
  }
}

function removed(
  state: InterviewState,
  place: Parameters<typeof removeMedicine>[1],
  tools: Tools,
): Turn {
  const after = removeMedicine(state, place);
  const pruned = prune(after.state, tools);
  const view = viewOf(pruned.state, tools);
  return turn(pruned.state, positionAfter(pruned.state, tools), [
    ...after.said,
    ...pruned.removed.map((each) => saidOfRemoval(each, view)),
  ]);
}

function acknowledged(
  state: InterviewState,
  { findings }: Extract<Position, { at: 'emergency' }>,
  isOver: boolean,
  tools: Tools,
): Turn {
  const after = { ...state, told: [...state.told, ...findings.map(toldOf)] };
  return isOver ? finished(after, tools) : turn(after, positionAfter(after, tools));
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

/** A list of medicines that was begun is finished first: half of it would count as the whole. */
function finished(state: InterviewState, tools: Tools): Turn {
  const begun = MEDICINE_LISTS.find(
    (list) => medicinesOf(state, list).length > 0 && isOpenList(state, list),
  );
  if (begun) {
    const text = 'The list of medicines is not finished: is there another one?';
    return turn(state, { at: 'step', step: { kind: 'another', list: begun } }, [
      { is: 'note', text },
    ]);
  }
  const view = viewOf(state, tools);
  if (!view.standing) {
    const text = 'Without the number, the procedure and its hour, nothing can be decided.';
    return turn(state, positionAfter(state, tools), [{ is: 'note', text }]);
  }
  return turn(state, { at: 'finished' });
}
