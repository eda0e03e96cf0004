import type { IntakeMedicine } from '../intake/answers.ts';
import { isLocalRoute, type Recognition } from '../medicines/recognition.ts';
import type { ScreenedMedicine } from './context.ts';
import { withWrittenLastDose, type WrittenAt } from './written-last-dose.ts';

/** What recognises medicines by their names as written: all that a line names, or the line as one. */
export interface Recognises {
  readonly recognise: (text: string) => Recognition;
  readonly read: (line: string) => readonly Recognition[];
}

/** A medicine as it was given, with what its name was recognised as. */
type NamedMedicine = Pick<ScreenedMedicine, 'given' | 'known'>;

/**
 * The medicines of an entry. What was told of a line that names several was told of each, but whose the dose is. A line
 * that is not recognised is also judged as the medicine that it mentions.
 */
export function namedMedicines(given: IntakeMedicine, recogniser: Recognises): NamedMedicine[] {
  const read = recogniser.read(given.name);
  const named = read.length > 1 ? read : [read[0] ?? recogniser.recognise(given.name)];
  const { dose: _, ...told } = given;
  return named.flatMap((known) => {
    const own = read.length > 1 ? { ...told, name: known.asWritten } : given;
    const { mentions } = known;
    return mentions
      ? [
          { given: own, known: mentions },
          { given: own, known },
        ]
      : [{ given: own, known }];
  });
}

/** Joins what was told of a medicine with what its name tells; `at` is when it was told. */
export function screenedMedicine(
  { given, known }: NamedMedicine,
  position: number,
  recogniser: Recognises,
  at?: WrittenAt,
): ScreenedMedicine {
  const dose =
    given.dose === undefined ? undefined : recogniser.recognise(`${given.name} ${given.dose}`);
  const isSame = dose && isKnown(dose) === isKnown(known) && dose.generic === known.generic;
  const told = isSame ? dose : known;
  return {
    position,
    ...withWrittenLastDose(withStatus(given, known), known, at),
    known,
    classes: new Set(known.classes),
    ingredients: new Set(known.ingredients.map(({ name }) => name)),
    over_the_counter: told.over_the_counter,
    route: routeOf(agreed(given.route, told.route), told),
    regimen: agreed(given.regimen, told.regimen),
    form: told.form,
    dose_units: amountIn('units', told),
    dose_mg: amountIn('mg', told),
    frequency: told.frequency,
  };
}

function isKnown({ match }: Recognition): boolean {
  return match !== 'none';
}

/** A local route is believed only of a medicine that is sold in such a form. */
export function routeOf(route: string | undefined, { local }: Recognition): string | undefined {
  return isLocalRoute(route) && !local ? undefined : route;
}

/** What was told and what the name tells; where they contradict each other, neither is believed. */
export function agreed(given: string | undefined, told: string | undefined): string | undefined {
  if (given === undefined || told === undefined) return given ?? told;
  return given === told ? given : undefined;
}

/** "(medicine) - stopped" says in the name what `still_taking` would say. */
function withStatus(given: IntakeMedicine, { status }: Recognition): IntakeMedicine {
  return status === 'stopped' && given.still_taking === undefined
    ? { ...given, still_taking: false }
    : given;
}

function amountIn(unit: string, { strength }: Recognition): number | undefined {
  return strength?.unit === unit ? strength.value : undefined;
}
