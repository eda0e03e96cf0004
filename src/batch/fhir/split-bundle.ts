/** One Bundle of many patients to a Bundle of each: a response with the medicines, conditions and allergies of its subject. */
import { elementsUnder, type JsonPiece } from '../json-reader.ts';
import { isResource, objectsAt, referenceAt, type Resource } from './resource.ts';

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

/**
 * `text` is that of the bundle. Each part keeps its entries as they stand in it, and has the line of the first of them; a
 * Bundle of one patient is that part.
 */
export function splitBundle(bundle: Resource, text: JsonPiece): readonly JsonPiece[] {
  const entries = elementsUnder('entry', text);
  const all = objectsAt(bundle, 'entry').flatMap(({ resource }, index): Entry[] => {
    const entry = entries[index];
    return entry && isResource(resource) ? [{ resource, text: entry }] : [];
  });
  const responses = all.filter(({ resource }) => resource.resourceType === 'QuestionnaireResponse');
  const subjects = new Set(responses.map(subjectOf));
  const telling = all.filter(({ resource }) => TELLING.has(resource.resourceType));
  const medications = all.filter(({ resource }) => resource.resourceType === 'Medication');
  const nobodys = telling.filter((each) => !subjects.has(subjectOf(each)));
  const parts = responses.map((response) => [
    response,
    ...telling.filter((each) => subjectOf(each) === subjectOf(response)),
    ...medications,
  ]);
  if (nobodys.length > 0) parts.push(nobodys);
  return parts.length < 2 ? [text] : parts.map((part) => partOf(part, text.line));
}

interface Entry {
  readonly resource: Resource;
  readonly text: JsonPiece;
}

function partOf(entries: readonly Entry[], line: number): JsonPiece {
  const texts = entries.map(({ text }) => text.raw).join(',');
  const raw = `{"resourceType":"Bundle","type":"collection","entry":[${texts}]}`;
  return { line: entries[0]?.text.line ?? line, raw };
}

function subjectOf({ resource }: Entry): string | undefined {
  return referenceAt(resource, 'subject') ?? referenceAt(resource, 'patient');
}
