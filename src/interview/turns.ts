/** What an answer, a removal and a decision do to a session. */
import { admit } from './admit.ts';
import { applyValue, removeMedicine } from './apply.ts';
import { newEmergencies } from './emergency.ts';
import { prune } from './prune.ts';
import { saidOfRemoval, saidOfStep } from './said.ts';
import { type Position, positionAfter, type Said, type Session, type Turn } from './session.ts';
import type { Tools } from './standing.ts';
import { type InterviewState, isOpenList, MEDICINE_LISTS, medicinesOf } from './state.ts';
import type { Step } from './steps.ts';
import { viewOf } from './view.ts';

export function turn(state: InterviewState, position: Position, said: readonly Said[] = []): Turn {
  return { session: { state, position }, said };
}

export function stay(session: Session): Turn {
  return { session, said: [] };
}

/** Takes an answer, and what it makes moot; then the emergency that it tells of, or the next question. */
export function answered(
  { state, within }: Session,
  step: Step,
  value: unknown,
  tools: Tools,
): Turn {
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
    findings.length > 0
      ? { at: 'emergency', step, findings }
      : positionAfter(pruned.state, tools, within);
  return turn(pruned.state, position, said);
}

export function removed(
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

/** A list of medicines that was begun is finished first: half of it would count as the whole. */
export function finished(state: InterviewState, tools: Tools): Turn {
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
