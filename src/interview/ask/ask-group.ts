import { type Ask, EVERYWHERE, offer, readCommand, refused } from './ask.ts';
import { list, tickedKeys } from './answer-kinds.ts';
import { needed } from './ask-question.ts';
import { isListAsked, tickedRows } from '../groups.ts';
import { GENERAL_NOTE } from '../notes.ts';
import { groupWords } from '../review.ts';
import { type Step, stepBefore } from '../steps.ts';
import { groupOf, placeOf, questionOf, rowsOf, type View } from '../view.ts';
import { whyAsked } from '../why.ts';

/** Several questions as one list: what is ticked is asked by itself afterwards. */
export function askGroup(step: Extract<Step, { kind: 'group' }>, view: View): Ask {
  const group = groupOf(step.id, view);
  const { state, tools, steps } = view;
  const rows = rowsOf(group, view);
  const { kind, options, readAnswer } = list(
    Object.fromEntries([
      ['none', 'None of these'],
      ...rows.map((fact) => [fact, group.rows[fact] ?? fact]),
    ]),
  );
  const ticked = tickedKeys(tickedRows(group, rows, state), options);
  const isAsked = isListAsked(group, state);
  const note = state.notes[GENERAL_NOTE];
  const offers = [
    ...(isAsked && ticked === '' ? [offer('keep')] : []),
    offer('unknown', 'none of it known'),
    offer('declined'),
    ...(stepBefore(step, steps) ? [offer('back')] : []),
    ...EVERYWHERE.map((command) =>
      command === 'note' ? offer(command, 'note on the whole') : offer(command),
    ),
  ];
  return {
    kind,
    options,
    ...placeOf(step, view),
    ...(ticked === '' ? {} : { text: ticked }),
    words: group.ask,
    offers,
    ...(isAsked ? { current: groupWords(group, view) } : {}),
    ...(note === undefined ? {} : { note }),
    help: whyAsked(
      rows.map((fact) => questionOf(fact, view)),
      tools.screener.prepared,
    ),
    read: (text) =>
      readCommand(text, offers) ??
      (text.trim() === '' ? refused(needed({ kind, options }, offers)) : readAnswer(text)),
  };
}
