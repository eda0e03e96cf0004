/** What a release of NLM's RxNorm says of names and of what is in them. */
import { CONSO, type Fields, fieldTaker, REL } from './rrf.ts';

/**
 * The term types of which names are taken: ingredients, their salts and their combinations, brand names, products
 * under a generic and under a brand name, and synonyms of any of these.
 */
const TERM_TYPES = ['IN', 'PIN', 'MIN', 'BN', 'SCD', 'SBD', 'SY'] as const;

type TermType = (typeof TERM_TYPES)[number];

/**
 * The relations that lead from a name towards its ingredients. NLM documents of RXNREL that it holds the relation
 * "which the SECOND concept or atom has to the FIRST": RXCUI2 RELA RXCUI1, so that in the row
 * `161||CUI|RO|202433||CUI|tradename_of|…` the brand Tylenol stands second and acetaminophen first.
 *
 *     BN  tradename_of IN      MIN has_part IN             SCD  consists_of SCDC
 *     SBD tradename_of SCD     PIN form_of IN              SCDC has_ingredient IN
 *     SBD has_ingredient BN    SCD has_ingredients MIN
 */
const TOWARDS = new Set([
  'has_ingredient',
  'has_ingredients',
  'has_part',
  'consists_of',
  'form_of',
]);

/** What bears a trade name is asked for its ingredients before the brand is, which may have several formulas. */
const TRADENAME = 'tradename_of';

export interface Concept {
  readonly rxcui: string;
  readonly type: Exclude<TermType, 'SY'>;
  readonly names: readonly ConceptName[];
}

export interface ConceptName {
  readonly spelled: string;
  readonly isSynonym: boolean;
}

const nameField = fieldTaker(CONSO);
const relationField = fieldTaker(REL);

export class Release {
  readonly #types = new Map<string, Concept['type']>();
  readonly #names = new Map<string, ConceptName[]>();
  readonly #tradenames = new Map<string, string[]>();
  readonly #towards = new Map<string, string[]>();
  /** For each ingredient and brand, what has it. */
  readonly #holders = new Map<string, string[]>();

  /** Takes a row of RXNCONSO: English, of RxNorm itself, not suppressed. */
  addName(fields: Fields): void {
    const field = (column: (typeof CONSO)[number]): string => nameField(fields, column);
    if (field('SAB') !== 'RXNORM' || field('LAT') !== 'ENG' || field('SUPPRESS') !== 'N') return;
    const type = TERM_TYPES.find((each) => each === field('TTY'));
    if (!type) return;
    const rxcui = field('RXCUI');
    if (type !== 'SY') this.#types.set(rxcui, type);
    push(this.#names, rxcui, { spelled: field('STR'), isSynonym: type === 'SY' });
  }

  /** Takes a row of RXNREL between two concepts. */
  addRelation(fields: Fields): void {
    const relation = relationField(fields, 'RELA');
    if (relation !== TRADENAME && !TOWARDS.has(relation)) return;
    const suppress = relationField(fields, 'SUPPRESS');
    if (relationField(fields, 'SAB') !== 'RXNORM' || (suppress !== '' && suppress !== 'N')) return;
    const first = relationField(fields, 'RXCUI1');
    const second = relationField(fields, 'RXCUI2');
    if (first === '' || second === '') return;
    push(relation === TRADENAME ? this.#tradenames : this.#towards, second, first);
    if (relation === 'has_ingredient') push(this.#holders, first, second);
  }

  /** What has names, sorted by code; a concept of which only synonyms are left is passed over. */
  concepts(): Concept[] {
    return [...this.#types]
      .map(([rxcui, type]) => ({ rxcui, type, names: this.#names.get(rxcui) ?? [] }))
      .toSorted((a, b) => a.rxcui.length - b.rxcui.length || (a.rxcui < b.rxcui ? -1 : 1));
  }

  /** The codes of all ingredients of a concept; undefined where the release does not tell every one of them. */
  ingredientsOf(concept: Concept): ReadonlySet<string> | undefined {
    const ingredients = new Set<string>();
    const constituents = new Set<string>();
    const walk = (rxcui: string, way: readonly string[]): boolean => {
      if (this.#types.get(rxcui) === 'IN') {
        ingredients.add(rxcui);
        constituents.add(way.at(-1) ?? rxcui);
        return true;
      }
      const next = this.#tradenames.get(rxcui) ?? this.#towards.get(rxcui) ?? [];
      return (
        !way.includes(rxcui) && next.length > 0 && next.every((each) => walk(each, [...way, rxcui]))
      );
    };
    if (!walk(concept.rxcui, [])) return undefined;
    const told = Math.max(ingredients.size, constituents.size);
    if (partsNamed(concept) > told) return undefined;
    for (const formula of this.formulasOf(concept))
      for (const each of formula) ingredients.add(each);
    return ingredients;
  }

  /** The ingredients of each product that bears a brand name. */
  formulasOf({ rxcui, type }: Concept): ReadonlySet<string>[] {
    const holders = type === 'BN' ? (this.#holders.get(rxcui) ?? []) : [];
    return holders.flatMap((holder) => {
      const names = this.#names.get(holder) ?? [];
      const isProduct = this.#types.get(holder) === 'SBD';
      return isProduct ? (this.ingredientsOf({ rxcui: holder, type: 'SBD', names }) ?? []) : [];
    });
  }
}

/** How many ingredients a normal name gives: "a 1 MG / b 2 MG Oral Tablet". */
function partsNamed({ type, names }: Concept): number {
  const normal = names.find(({ isSynonym }) => !isSynonym)?.spelled ?? '';
  return type === 'IN' || type === 'PIN' || type === 'BN' ? 0 : normal.split(' / ').length;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
