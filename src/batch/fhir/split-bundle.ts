/** One Bundle of many patients to a Bundle of each: a response with the medicines, conditions and allergies of its subject. */
import { entriesOf, referenceAt, type Resource } from './resource.ts';

/** Resources that tell of a medicine. */
export const MEDICINE_TYPES: ReadonlySet<string> = new Set([
  'MedicationStatement',
  'MedicationRequest',
]);
/** Resources that tell of a patient; one that belongs to no response must not be lost. */
const TELLING: ReadonlySet<string> = new Set([
  ...MEDICINE_TYPES,
  'Condition',
  'AllergyIntolerance',
]);

export function splitBundle(bundle: Resource): readonly Resource[] {
  const all = entriesOf(bundle);
  const responses = all.filter(({ resourceType }) => resourceType === 'QuestionnaireResponse');
  const subjects = new Set(responses.map(subjectOf));
  const own = (subject: string | undefined): Resource[] =>
    all.filter((each) => TELLING.has(each.resourceType) && subjectOf(each) === subject);
  const medications = all.filter(({ resourceType }) => resourceType === 'Medication');
  const nobodys = all.filter(
    (each) => TELLING.has(each.resourceType) && !subjects.has(subjectOf(each)),
  );
  const parts = responses.map((response) => [
    response,
    ...own(subjectOf(response)),
    ...medications,
  ]);
  if (nobodys.length > 0 || parts.length === 0) parts.push([...nobodys]);
  return parts.map((resources) => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map(({ fullUrl, ...resource }) =>
      fullUrl === undefined ? { resource } : { fullUrl, resource },
    ),
  }));
}

function subjectOf(resource: Resource): string | undefined {
  return referenceAt(resource, 'subject') ?? referenceAt(resource, 'patient');
}
