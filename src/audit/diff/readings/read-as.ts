import {
  namedMedicines,
  type Recognises,
  screenedMedicine,
} from '../../../evaluation/screened-medicine.ts';
import { canonicalJson } from '../../../rules/canonical.ts';

/** What a line is read as: all of it, and without the drugs, as a kind of medicine. */
interface ReadAs {
  readonly whole: string;
  readonly kind: string;
}

export function readAs(line: string, recogniser: Recognises): ReadAs {
  const given = { list: 'medications', index: 0, name: line } as const;
  const medicines = namedMedicines(given, recogniser).map((named, index) => {
    const read = screenedMedicine(named, index, recogniser);
    const { known, classes, ingredients, given: told, position: _, ...fields } = read;
    const { name: __, ...rest } = told;
    const kind = { ...fields, told: rest, classes: [...classes], is: [known.match, known.local] };
    return { kind, drugs: [...ingredients] };
  });
  return {
    whole: canonicalJson(medicines),
    kind: canonicalJson(medicines.map(({ kind }) => kind)),
  };
}
