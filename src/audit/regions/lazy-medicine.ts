import type { ScreenedMedicine } from '../../evaluation/context.ts';
import { agreed, routeOf } from '../../evaluation/screened-medicine.ts';
import type { IntakeMedicine } from '../../intake/answers.ts';
import type { Instant } from '../../time/zone.ts';
import type { Look } from './open.ts';
import type { OpenPatient } from './open-patient.ts';
import { TIME_KEYS, type Times, type ToldField } from './open-values.ts';

/** The medicine of a patient, as one bench recognises it; what is told of it is looked at when it is read. */
export function lazyMedicine(open: OpenPatient, bench: number, slot: number): ScreenedMedicine {
  const medicine = open.identity(slot).known[bench];
  if (!medicine) throw new Error(`no bench ${bench}`);
  const told = (field: ToldField): unknown =>
    open.lookAtTold(slot, field, { asked: 'value', answerOf: asAnswer });
  // What was told must agree with what the name tells.
  const joint = (field: 'route' | 'regimen'): string | undefined =>
    agreed(told(field) as string | undefined, medicine[field]);
  // What the name tells by itself is not to be chosen.
  const own = <K extends keyof ScreenedMedicine & ToldField>(field: K): ScreenedMedicine[K] =>
    medicine[field] === undefined ? (told(field) as ScreenedMedicine[K]) : medicine[field];
  return {
    position: slot,
    given: givenTo(open, slot, told),
    known: medicine.known,
    classes: medicine.classes,
    ingredients: medicine.ingredients,
    over_the_counter: medicine.over_the_counter,
    get route() {
      return routeOf(joint('route'), medicine.known);
    },
    get regimen() {
      return joint('regimen');
    },
    get form() {
      return own('form');
    },
    get dose_units() {
      return own('dose_units');
    },
    get dose_mg() {
      return own('dose_mg');
    },
    get frequency() {
      return own('frequency');
    },
  };
}

function givenTo(
  open: OpenPatient,
  slot: number,
  told: (field: ToldField) => unknown,
): IntakeMedicine {
  const { name } = open.identity(slot);
  const times = (look: Look<Times>): unknown => open.lookAtTimes(look);
  const { place } = open;
  // A field that was not told reads as undefined, which the exact type of a getter cannot say.
  return {
    list: 'medications',
    index: slot,
    name,
    get last_taken(): Instant {
      if (slot > 0) return open.lastTaken(slot) as Instant;
      return times({
        asked: `last taken ${place}`,
        reads: [TIME_KEYS.lastTaken],
        answerOf: ({ lastTaken }) => lastTaken[place] ?? lastTaken[0],
      }) as Instant;
    },
    get still_taking(): boolean {
      if (slot > 0) return open.stillTaking(slot) as boolean;
      return times({
        asked: 'still taking',
        reads: [TIME_KEYS.stillTaking],
        answerOf: ({ stillTaking }) => stillTaking,
      }) as boolean;
    },
    get taken_for(): string {
      return told('taken_for') as string;
    },
    get prescriber_agrees(): boolean {
      return told('prescriber_agrees') as boolean;
    },
  };
}

function asAnswer(value: unknown): string | number | boolean | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
