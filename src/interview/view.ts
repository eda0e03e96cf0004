/** What the asks of a session are made from: the answers so far, looked at once. */
import type { Question } from '../rules/schema/question.ts';
import type { Group } from '../rules/schema/rule-file.ts';
import type { MedicineView } from './words/medicine-lines.ts';
import type { Option } from './ask/ask.ts';
import { medicineParts } from './words/medicine-lines.ts';
import { medicinePlace } from './notes.ts';
import { readAnswers, type Standing, standingOf, type Tools } from './standing.ts';
import {
  type InterviewState,
  type MedicineList,
  medicinesOf,
  type RawMedicine,
  withAnswer,
  withMedicines,
} from './state.ts';
import { isRowOf, type PlacedStep, type Step, stepsOf } from './steps.ts';
import type { ToldField } from './told-field.ts';

export interface View extends MedicineView {
  readonly state: InterviewState;
  readonly tools: Tools;
  readonly standing: Standing | undefined;
  readonly steps: readonly PlacedStep[];
}

export function viewOf(state: InterviewState, tools: Tools): View {
  const standing = standingOf(state, tools);
  const { screener, recogniser, vocabulary, now } = tools;
  return {
    state,
    tools,
    standing,
    steps: stepsOf(state, screener.prepared.ruleSet, standing),
    zone: screener.zone,
    procedureAt: standing?.context.procedureAt,
    recogniser,
    vocabulary,
    now,
  };
}

export function questionOf(id: string, { tools }: Pick<View, 'tools'>): Question {
  const question = tools.screener.prepared.questions.get(id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

export function groupOf(id: string, { tools }: Pick<View, 'tools'>): Group {
  const group = tools.screener.prepared.ruleSet.groups.find((each) => each.id === id);
  if (!group) throw new Error(`no group ${id}`);
  return group;
}

/** The questions of a group that concern this patient, in the order of the call. */
export function rowsOf(group: Group, { steps }: Pick<View, 'steps'>): readonly string[] {
  return steps.flatMap(({ step }) =>
    step.kind === 'question' && isRowOf(group, step) ? [step.id] : [],
  );
}

/** What a question is about, short where it can be: how its answer is shown. */
export function labelOf(id: string, view: Pick<View, 'tools'>): string {
  const { label, ask } = questionOf(id, view);
  return label ?? ask;
}

/** The question that a step belongs to. */
export function questionIdOf(step: Exclude<Step, { kind: 'group' }>): string {
  return step.kind === 'question' ? step.id : step.list;
}

/** The section of the call that a step stands in; a group stands in that of its questions. */
export function sectionOf(step: Step, view: Pick<View, 'tools'>): string {
  const [id = ''] =
    step.kind === 'group' ? Object.keys(groupOf(step.id, view).rows) : [questionIdOf(step)];
  return questionOf(id, view).section;
}

export function placeOf(
  step: Step,
  view: View,
): { readonly heading: string; readonly progress: string } {
  const { sections } = view.tools.screener.prepared.ruleSet;
  const section = sectionOf(step, view);
  const index = sections.findIndex(({ id }) => id === section);
  return { heading: sections[index]?.title ?? '', progress: `${index + 1} of ${sections.length}` };
}

/** The medicine at that place, which there is. */
export function medicineAt(
  { list, index }: { readonly list: MedicineList; readonly index: number },
  view: View,
): RawMedicine {
  const medicine = medicinesOf(view.state, list)[index];
  if (!medicine) throw new Error(`no medicine ${index} in ${list}`);
  return medicine;
}

/** The medicines of a list, as the rows of a table. */
export function namedRows(list: MedicineList, view: View): readonly Option[] {
  return medicinesOf(view.state, list).map((medicine, index) => {
    const note = view.state.notes[medicinePlace(list, index)];
    return {
      key: String(index + 1),
      label: medicine.name,
      answer: [
        ...medicineParts(medicine, view),
        ...(note === undefined ? [] : [`note: ${note}`]),
      ].join('; '),
    };
  });
}

/** Why `check` would not take an answer; undefined when it would. */
export function faultOf(
  question: string,
  value: unknown,
  { state, tools }: Pick<View, 'state' | 'tools'>,
): string | undefined {
  return faultIn(withAnswer(state, question, value), question, tools);
}

export function fieldFaultOf(
  {
    list,
    index,
    field,
  }: { readonly list: MedicineList; readonly index: number; readonly field: ToldField },
  value: unknown,
  { state, tools }: Pick<View, 'state' | 'tools'>,
): string | undefined {
  const medicines = medicinesOf(state, list).map((each, place) =>
    place === index ? { ...each, [field]: value } : each,
  );
  return faultIn(withMedicines(state, list, medicines), `${list}[${index}].${field}`, tools);
}

function faultIn(state: InterviewState, field: string, tools: Tools): string | undefined {
  const reading = readAnswers(state, tools);
  const fault = reading.ok
    ? undefined
    : reading.faults.find((each) => each.field === field && each.code !== 'missing-field');
  if (!fault) return undefined;
  return [fault.message.replaceAll('`', ''), fault.help]
    .filter((part) => part !== undefined)
    .join('; ');
}
