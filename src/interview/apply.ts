/** Puts an answer where an intake file holds it. */
import { NO_MORE } from './ask/ask-medicine.ts';
import { withTicked } from './groups.ts';
import { medicinePlace, withNotesMoved } from './notes.ts';
import type { Said } from './session.ts';
import type { Tools } from './standing.ts';
import {
  type InterviewState,
  type MedicineList,
  medicinesOf,
  type RawMedicine,
  withAnswer,
  withMedicines,
  withoutAnswers,
  withSettled,
} from './state.ts';
import type { Step } from './steps.ts';
import { TOLD_FIELDS } from './told-field.ts';
import { groupOf, rowsOf, viewOf } from './view.ts';

export interface Applied {
  readonly state: InterviewState;
  readonly said: readonly Said[];
}

/** `undefined` as a value: the question was passed over. */
export function applyValue(
  state: InterviewState,
  step: Step,
  value: unknown,
  tools: Tools,
): Applied {
  switch (step.kind) {
    case 'question':
      return plain(value === undefined ? state : withAnswer(state, step.id, value));
    case 'group': {
      const view = viewOf(state, tools);
      const group = groupOf(step.id, view);
      return plain(withTicked(group, rowsOf(group, view), { state, value }));
    }
    case 'another':
      return plain(addToList(state, step.list, value));
    case 'field':
      return plain(
        replaceMedicine(state, step, (medicine) => ({ ...medicine, [step.field]: value })),
      );
    case 'name':
      return rename(state, step, entriesOf(value), tools);
  }
}

interface Place {
  readonly list: MedicineList;
  readonly index: number;
}

export function removeMedicine(state: InterviewState, { list, index }: Place): Applied {
  const medicines = medicinesOf(state, list);
  const rest = medicines.filter((_, place) => place !== index);
  const said: Said[] = [{ is: 'note', text: `Removed: ${medicines[index]?.name ?? ''}` }];
  const moved = withNotesMoved(state, list, (place) =>
    place === index ? undefined : place - Number(place > index),
  );
  // An empty list would say that there are none: whether that is so is asked.
  return {
    state: rest.length === 0 ? withoutAnswers(moved, [list]) : withMedicines(moved, list, rest),
    said,
  };
}

function addToList(state: InterviewState, list: MedicineList, value: unknown): InterviewState {
  if (value === NO_MORE)
    return withSettled(withMedicines(state, list, medicinesOf(state, list)), list);
  if (value === 'unknown' || value === 'declined') return withAnswer(state, list, value);
  return withMedicines(unsettled(state, list), list, [
    ...medicinesOf(state, list),
    ...entriesOf(value),
  ]);
}

function unsettled(state: InterviewState, list: MedicineList): InterviewState {
  return { ...state, settled: state.settled.filter((each) => each !== list) };
}

function replaceMedicine(
  state: InterviewState,
  { list, index }: Place,
  change: (medicine: RawMedicine) => RawMedicine,
): InterviewState {
  return withMedicines(
    state,
    list,
    medicinesOf(state, list).map((each, place) => (place === index ? change(each) : each)),
  );
}

/** What was told stays with the medicine only as long as it is the same one. */
function rename(
  state: InterviewState,
  place: Place,
  entries: readonly RawMedicine[],
  { recogniser }: Tools,
): Applied {
  const before = medicinesOf(state, place.list)[place.index];
  const [first, ...others] = entries;
  if (!before || !first) return plain(state);
  const generic = (name: string): string => recogniser.recognise(name).generic ?? name;
  const isSame = generic(before.name) === generic(first.name);
  const told = TOLD_FIELDS.filter((field) => field in before);
  const renamed = replaceMedicine(state, place, () => (isSame ? { ...before, ...first } : first));
  const medicines = medicinesOf(renamed, place.list).toSpliced(place.index + 1, 0, ...others);
  const text = `What was told of ${before.name} is asked again for ${first.name}.`;
  const noted = withNotesMoved(renamed, place.list, (index) =>
    index === place.index && !isSame
      ? undefined
      : index + (index > place.index ? others.length : 0),
  );
  const isLost =
    told.length > 0 ||
    noted.notes[medicinePlace(place.list, place.index)] !==
      state.notes[medicinePlace(place.list, place.index)];
  return {
    state: withMedicines(noted, place.list, medicines),
    said: isSame || !isLost ? [] : [{ is: 'note', text }],
  };
}

function entriesOf(value: unknown): readonly RawMedicine[] {
  return Array.isArray(value) ? (value as readonly RawMedicine[]) : [];
}

function plain(state: InterviewState): Applied {
  return { state, said: [] };
}
