import { isObject } from '../../intake/flatten.ts';
import { dayText, objectsAt, referenceAt, type Resource, textAt } from './resource.ts';

/** The formulary's name for an RxNorm code, where it knows it. */
export type NameOfCode = (rxcui: string) => string | undefined;

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const STILL: ReadonlySet<string> = new Set(['active']);
const NO_LONGER: ReadonlySet<string> = new Set([
  'completed',
  'stopped',
  'not-taken',
  'on-hold',
  'cancelled',
  'ended',
]);

/** A MedicationStatement or MedicationRequest as a medicine of an intake; undefined when it was never meant to be there. */
export function medicineEntry(
  statement: Resource,
  among: readonly Resource[],
  nameOfCode: NameOfCode,
): Readonly<Record<string, unknown>> | 'unresolved' | undefined {
  const status = textAt(statement, 'status') ?? '';
  if (status === 'entered-in-error' || statement['doNotPerform'] === true) return undefined;
  const concept = statement['medicationCodeableConcept'] ?? resolved(statement, among)?.['code'];
  const name = conceptName(concept, nameOfCode);
  if (name === undefined) return 'unresolved';
  const [dosage] = [
    ...objectsAt(statement, 'dosage'),
    ...objectsAt(statement, 'dosageInstruction'),
  ];
  const dose = textAt(dosage, 'text') ?? quantityText(objectsAt(dosage, 'doseAndRate')[0]);
  // The end of a course is its last dose only when it has ended; until then it says nothing of one.
  const ended = NO_LONGER.has(status)
    ? wholeDay(
        textAt(statement, 'effectivePeriod', 'end') ?? textAt(statement, 'effectiveDateTime'),
      )
    : undefined;
  return {
    name,
    ...(dose === undefined ? {} : { dose }),
    ...(STILL.has(status) ? { still_taking: true } : {}),
    ...(NO_LONGER.has(status) ? { still_taking: false } : {}),
    ...(ended === undefined ? {} : { last_taken: ended }),
  };
}

/** One dose as `5 mg`, where no text tells it. */
function quantityText(rate: unknown): string | undefined {
  const quantity = isObject(rate) && isObject(rate['doseQuantity']) ? rate['doseQuantity'] : {};
  const unit = textAt(quantity, 'unit') ?? textAt(quantity, 'code');
  const { value } = quantity;
  return typeof value === 'number' && unit !== undefined ? `${value} ${unit}` : undefined;
}

/** A dateTime of FHIR may be a year alone: that is no last dose. */
function wholeDay(dateTime: string | undefined): string | undefined {
  return dayText(dateTime) === undefined ? undefined : dateTime;
}

/** The Medication that a reference names: contained, or beside it in the Bundle. */
function resolved(
  statement: Resource,
  among: readonly Resource[],
): Readonly<Record<string, unknown>> | undefined {
  const reference = referenceAt(statement, 'medicationReference');
  if (reference === undefined) return undefined;
  if (reference.startsWith('#'))
    return objectsAt(statement, 'contained').find(({ id }) => `#${String(id)}` === reference);
  return among.find(
    ({ resourceType, id, fullUrl }) =>
      resourceType === 'Medication' && [fullUrl, `Medication/${String(id)}`].includes(reference),
  );
}

/** What a CodeableConcept is called: by the formulary, unless its text says that and more, by its text, or by its code. */
export function conceptName(concept: unknown, nameOfCode: NameOfCode): string | undefined {
  if (!isObject(concept)) return undefined;
  const codings = objectsAt(concept, 'coding');
  const [known] = codings.flatMap((each) =>
    each['system'] === RXNORM ? (nameOfCode(String(each['code'])) ?? []) : [],
  );
  const [display] = codings.flatMap((each) => textAt(each, 'display') ?? []);
  const [code] = codings.flatMap((each) => textAt(each, 'code') ?? []);
  const told = textAt(concept, 'text') ?? display;
  const tellsMore = known === undefined || told?.toLowerCase().includes(known.toLowerCase());
  return (tellsMore ? told : known) ?? code;
}
