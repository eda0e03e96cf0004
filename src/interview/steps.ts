/** The steps of a call, in its order: what is asked of this patient, as far as the answers so far tell. */
import { evaluate } from '../evaluation/condition.ts';
import { isOnTheDay } from '../evaluation/context.ts';
import { isAsked } from '../evaluation/missing.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Question } from '../rules/schema/question.ts';
import type { Group } from '../rules/schema/rule-file.ts';
import { isListAsked, isPlain } from './groups.ts';
import type { Standing } from './standing.ts';
import {
  type InterviewState,
  isAnswered,
  isOpenList,
  type MedicineList,
  medicinesOf,
} from './state.ts';
import { TOLD_FIELDS, type ToldField } from './told-field.ts';

/**
 * One thing to ask. `group`: several questions as a list. `another`: the name of one more medicine, or that there is
 * none.
 */
export type Step =
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'another'; readonly list: MedicineList }
  | {
      readonly kind: 'field';
      readonly list: MedicineList;
      readonly index: number;
      readonly field: ToldField;
    }
  | { readonly kind: 'name'; readonly list: MedicineList; readonly index: number };

/** A step with its place in the call. */
export interface PlacedStep {
  readonly step: Step;
  readonly section: string;
  readonly isSettled: boolean;
  /** A question that the list of its group answers: the way back leads to the list. */
  readonly isListed?: true;
}

/** When it was said is the moment of the call itself. */
const NEVER_ASKED: ReadonlySet<string> = new Set(['screened_at']);

function questionsInOrder({ sections, questions }: RuleSet): readonly Question[] {
  return sections
    .flatMap(({ id }) => questions.filter(({ section }) => section === id))
    .filter(({ id }) => !NEVER_ASKED.has(id));
}

/** Every step that concerns this patient, those behind and those ahead. */
export function stepsOf(
  state: InterviewState,
  ruleSet: RuleSet,
  standing: Standing | undefined,
): readonly PlacedStep[] {
  const single: readonly PlacedStep[] = questionsInOrder(ruleSet).flatMap(
    (question): PlacedStep[] => {
      const { section } = question;
      if (question.type === 'medicines') {
        return concerns(question, state, standing)
          ? medicineSteps(question.id as MedicineList, section, state, standing)
          : [];
      }
      const { id } = question;
      if (!isAnswered(state, id) && !concerns(question, state, standing)) return [];
      const isSettled = isAnswered(state, id) || state.settled.includes(id);
      return [{ step: { kind: 'question', id }, section, isSettled }];
    },
  );
  return ruleSet.groups.reduce((steps, group) => withGroup(steps, group, state), single);
}

/** The steps with the list of a group before its questions, where it takes the place of several. */
function withGroup(
  steps: readonly PlacedStep[],
  group: Group,
  state: InterviewState,
): readonly PlacedStep[] {
  const rows = steps.filter(({ step }) => isRowOf(group, step));
  const [first, another] = rows;
  if (!first || !another) return steps;
  const open = rows.filter(({ isSettled }) => !isSettled).length;
  const list: PlacedStep = {
    step: { kind: 'group', id: group.id },
    section: first.section,
    isSettled: open < 2 || isListAsked(group, state),
  };
  return steps.flatMap((placed) => {
    const { step } = placed;
    const isListed =
      step.kind === 'question' && rows.includes(placed) && isPlain(group, step.id, state);
    const own: PlacedStep = isListed ? { ...placed, isListed } : placed;
    return placed === first ? [list, own] : [own];
  });
}

/** The first step that is open, in this section before any other. */
export function nextStep(
  state: InterviewState,
  ruleSet: RuleSet,
  standing: Standing | undefined,
  within: string | undefined,
): Step | undefined {
  const open = stepsOf(state, ruleSet, standing).filter(({ isSettled }) => !isSettled);
  return (open.find(({ section }) => section === within) ?? open[0])?.step;
}

/** The step asked before this one; undefined at the first. */
export function stepBefore(step: Step, steps: readonly PlacedStep[]): Step | undefined {
  const index = steps.findIndex((each) => isSameStep(each.step, step));
  const before = index === -1 ? steps.filter(({ isSettled }) => isSettled) : steps.slice(0, index);
  return before.findLast(({ isListed }) => isListed !== true)?.step;
}

export function isRowOf({ rows }: Group, step: Step): boolean {
  return step.kind === 'question' && Object.hasOwn(rows, step.id);
}

function isSameStep(a: Step, b: Step): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(step: Step): readonly unknown[] {
  return Object.entries(step).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Before it is known which patient and procedure it is about, only what is asked of everybody is asked. */
function concerns(
  question: Question,
  state: InterviewState,
  standing: Standing | undefined,
): boolean {
  if (!standing) return question.when === undefined && question.need === 'required';
  const { context, open } = standing;
  if (!isAsked(question, context)) return false;
  if (question.need === 'on-the-day') return isOnTheDay(context);
  return (
    question.need === 'required' ||
    open.questions.has(question.id) ||
    isPlanned(question.id, standing, state)
  );
}

/** What the site's plan of the procedure says where nobody said otherwise. */
export function isPlanned(fact: string, { context }: Standing, state: InterviewState): boolean {
  return !isAnswered(state, fact) && context.intake.answers.get(fact)?.state === 'answered';
}

/** The medicines named so far, what is told of each, and whether there is another. */
function medicineSteps(
  list: MedicineList,
  section: string,
  state: InterviewState,
  standing: Standing | undefined,
): PlacedStep[] {
  const named = medicinesOf(state, list).flatMap((medicine, index): PlacedStep[] => {
    const open = openFields(list, index, standing);
    const fields = TOLD_FIELDS.filter((field) => field in medicine || open.has(field));
    return [
      { step: { kind: 'name', list, index }, section, isSettled: true },
      ...fields.map((field): PlacedStep => ({
        step: { kind: 'field', list, index, field },
        section,
        isSettled: field in medicine,
      })),
    ];
  });
  return [
    ...named,
    { step: { kind: 'another', list }, section, isSettled: !isOpenList(state, list) },
  ];
}

/** Of a medicine that by its class is of no concern nothing is asked, though a rule would hear of it. */
function openFields(
  list: MedicineList,
  index: number,
  standing: Standing | undefined,
): ReadonlySet<ToldField> {
  const named = standing?.context.medicines.filter(
    ({ given, classes }) =>
      given.list === list && given.index === index && !classes.has('no-action'),
  );
  return new Set(
    named?.flatMap(({ position }) => [...(standing?.open.fields.get(position) ?? [])]),
  );
}

/** Whether an answer can no longer be meant: its question is known not to concern this patient. */
export function isMoot(question: Question, { context }: Standing): boolean {
  return (
    question.when !== undefined &&
    evaluate(question.when, context, { needs: new Set() }) === 'false'
  );
}
