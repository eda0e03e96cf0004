/** What the rules know of the conditions and allergies of a chart, found by code, else by a text, alone or in a phrase. */
import type { RuleSet } from '../../rules/rule-set.ts';
import type { ChartGroup, ChartPhrases, ChartValue } from '../../rules/schema/chart.ts';
import { isObject } from '../../intake/flatten.ts';
import { objectsAt, textAt } from './resource.ts';

export interface ChartMatch {
  readonly group: ChartGroup;
  readonly entry: ChartValue;
}

interface Place extends ChartMatch {
  readonly code: string;
  /** The bare name of a substance: it is an allergy only where allergies stand. */
  readonly isBare?: boolean;
}

const SYSTEMS: Readonly<Record<string, 'snomed' | 'icd10cm' | 'rxnorm'>> = {
  'http://snomed.info/sct': 'snomed',
  'http://hl7.org/fhir/sid/icd-10-cm': 'icd10cm',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'rxnorm',
};

export class ChartIndex {
  readonly #codes = new Map<string, Place[]>();
  readonly #categories: Place[] = [];
  readonly #texts = new Map<string, Place[]>();

  constructor({ chart, chart_phrases: phrases }: Pick<RuleSet, 'chart' | 'chart_phrases'>) {
    for (const group of chart) {
      for (const entry of group.values) {
        const place = (code: string): Place => ({ group, entry, code });
        for (const system of ['snomed', 'rxnorm'] as const)
          for (const code of Object.keys(entry[system] ?? {}))
            push(this.#codes, `${system} ${code}`, place(code));
        for (const code of Object.keys(entry.icd10cm ?? {}))
          this.#categories.push(place(undotted(code)));
        for (const text of entry.texts ?? []) {
          push(this.#texts, folded(text), { ...place(text), isBare: true });
          for (const phrase of phrasesFor(place(text), phrases))
            push(this.#texts, folded(phrase.replace('{}', () => text)), place(text));
        }
      }
    }
  }

  /** All that a CodeableConcept stands for; its words count where no code of it is known. */
  matches(concept: unknown, of: ChartGroup['of']): readonly ChartMatch[] {
    if (!isObject(concept)) return [];
    const codings = objectsAt(concept, 'coding');
    const coded = codings.flatMap((coding) => this.#byCode(coding));
    const words = [concept['text'], ...codings.map(({ display }) => display)];
    const told = words.flatMap((text) =>
      typeof text === 'string' ? (this.#texts.get(folded(text)) ?? []) : [],
    );
    const own = (places: readonly Place[]): ChartMatch[] =>
      places.filter(
        ({ group, isBare }) =>
          group.of === of || (of === 'conditions' && group.of === 'allergies' && isBare !== true),
      );
    const known = own(coded);
    return distinct(known.length > 0 ? known : own(told));
  }

  #byCode(coding: unknown): readonly Place[] {
    const system = SYSTEMS[textAt(coding, 'system') ?? ''];
    const code = textAt(coding, 'code');
    if (system === undefined || code === undefined) return [];
    if (system !== 'icd10cm') return this.#codes.get(`${system} ${code}`) ?? [];
    return this.#categories.filter((each) => undotted(code).startsWith(each.code));
  }
}

function phrasesFor({ group, entry }: ChartMatch, phrases: readonly ChartPhrases[]): string[] {
  const isPast = group.of === 'conditions' && entry.ever === true;
  const kind = isPast ? 'past' : group.of;
  return phrases.filter(({ of }) => of === kind).flatMap(({ texts }) => texts);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const present = map.get(key);
  if (present) present.push(value);
  else map.set(key, [value]);
}

function undotted(code: string): string {
  return code.replaceAll('.', '').toUpperCase();
}

/** The semantic tag of SNOMED CT, as in `Stroke (disorder)`, is no part of a name. */
function folded(text: string): string {
  return text
    .replace(/ \((?:disorder|event|finding|procedure|product|situation|substance)\)$/, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

function distinct(matches: readonly ChartMatch[]): readonly ChartMatch[] {
  return matches.filter(
    ({ entry }, index) => matches.findIndex((each) => each.entry === entry) === index,
  );
}
