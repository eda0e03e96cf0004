/** What one Condition or AllergyIntolerance says: its name, whether it is over, what it stands for and since when. */
import type { ChartIndex, ChartMatch } from './chart-index.ts';
import { conceptName } from './medicine-entry.ts';
import { dayText, objectsAt, type Resource, textAt } from './resource.ts';

export interface ChartEntry {
  readonly name: string;
  readonly of: 'conditions' | 'allergies';
  readonly isOver: boolean;
  readonly matches: readonly ChartMatch[];
  readonly severities: readonly Severity[];
  /** `YYYY-MM-DD`, where the whole day is told. */
  readonly onset?: string;
}

type Severity = 'mild' | 'moderate' | 'severe' | 'unknown';

const KINDS: Readonly<Record<string, ChartEntry['of']>> = {
  Condition: 'conditions',
  AllergyIntolerance: 'allergies',
};
const VOID = new Set(['entered-in-error', 'refuted']);
/** Remission is none of them: what is in remission may come back. */
const OVER = new Set(['resolved', 'inactive']);
const ABATEMENTS = ['abatementDateTime', 'abatementAge', 'abatementPeriod', 'abatementRange'];

/** Undefined for another resource, and for what somebody took back. */
export function chartEntry(resource: Resource, index: ChartIndex): ChartEntry | undefined {
  const of = KINDS[resource.resourceType];
  if (of === undefined || codesAt(resource, 'verificationStatus').some((code) => VOID.has(code)))
    return undefined;
  const reactions = objectsAt(resource, 'reaction');
  const concepts = [resource['code'], ...reactions.map(({ substance }) => substance)];
  const name = concepts
    .map((each) => conceptName(each, () => undefined))
    .find((each) => each !== undefined);
  const onset =
    dayText(textAt(resource, 'onsetDateTime')) ??
    dayText(textAt(resource, 'onsetPeriod', 'end')) ??
    dayText(textAt(resource, 'onsetPeriod', 'start'));
  return {
    name: name ?? 'without a name',
    of,
    isOver: isOver(resource),
    matches: concepts.flatMap((each) => index.matches(each, of)),
    severities: severitiesOf(resource, index),
    ...(onset === undefined ? {} : { onset }),
  };
}

function isOver(resource: Resource): boolean {
  const codes = codesAt(resource, 'clinicalStatus');
  return codes.length === 0
    ? ABATEMENTS.some((each) => resource[each] !== undefined)
    : codes.every((code) => OVER.has(code));
}

function severitiesOf(resource: Resource, index: ChartIndex): readonly Severity[] {
  const reactions = objectsAt(resource, 'reaction').flatMap((reaction) => {
    const shown = objectsAt(reaction, 'manifestation').flatMap((each) =>
      index.matches(each, 'reactions').map(({ entry }) => severityOf(entry.value)),
    );
    return [severityOf(textAt(reaction, 'severity')), ...shown];
  });
  const critical: Severity[] = resource['criticality'] === 'high' ? ['severe'] : [];
  return reactions.length + critical.length === 0 ? ['unknown'] : [...reactions, ...critical];
}

function severityOf(text: string | undefined): Severity {
  return text === 'mild' || text === 'moderate' || text === 'severe' ? text : 'unknown';
}

function codesAt(resource: Resource, key: string): string[] {
  return objectsAt(resource[key], 'coding').flatMap((each) => textAt(each, 'code') ?? []);
}
