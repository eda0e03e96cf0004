import { compareText } from '../../source/compare-text.ts';
import { foldName } from '../fold.ts';
import {
  type ImportedIngredient,
  type ImportedName,
  type NamesFile,
  SCHEMA,
} from './names-file.ts';
import type { Concept, ConceptName } from './release.ts';
import type { Objection } from './vetting.ts';

/** A name of a release that is not taken over. */
export interface LeftOut {
  readonly name: string;
  readonly rxcui: string;
}

/** What speaks against a name: that of a vetting, or something in the release itself. */
export interface Doubt {
  readonly reason: Objection['reason'] | 'formulas' | 'ambiguous';
  /** The name or the ending of ours that is against it. */
  readonly against?: string;
  /** Set when the doubt is about an ingredient. */
  readonly ingredient?: string;
}

export type Conflict = LeftOut & Doubt;

/** A name of a concept, with the ingredients that it stands for. */
export interface Candidate {
  readonly concept: Concept;
  readonly name: ConceptName;
  readonly parts: readonly ImportedIngredient[];
}

type List = 'names' | 'products';

/** Collects the names that are taken over; one that stands for two things is taken for neither. */
export class ImportTable {
  readonly #rows = {
    names: new Map<string, Candidate>(),
    products: new Map<string, Candidate>(),
  };
  readonly #ambiguous = new Set<Candidate>();
  readonly #conflicts: Conflict[] = [];

  add(candidate: Candidate): void {
    const { type } = candidate.concept;
    const rows = this.#rows[type === 'SCD' || type === 'SBD' ? 'products' : 'names'];
    const key = foldName(candidate.name.spelled);
    const known = rows.get(key);
    if (!known) rows.set(key, candidate);
    else if (codesOf(known) !== codesOf(candidate)) {
      this.#ambiguous.add(known);
      this.refuse(candidate, { reason: 'ambiguous', against: known.name.spelled });
    }
  }

  refuse({ concept, name }: Candidate, doubt: Doubt): void {
    this.#conflicts.push({ name: name.spelled, rxcui: concept.rxcui, ...doubt });
  }

  finish(from: NamesFile['from']): {
    readonly file: NamesFile;
    readonly conflicts: readonly Conflict[];
  } {
    for (const each of this.#ambiguous) {
      this.refuse(each, { reason: 'ambiguous', against: each.name.spelled });
    }
    const sorted = { names: this.#sorted('names'), products: this.#sorted('products') };
    const used = new Map<string, ImportedIngredient>();
    for (const { parts } of [...sorted.names, ...sorted.products]) {
      for (const part of parts) used.set(part.rxcui, part);
    }
    const ingredients = [...used.values()].toSorted((a, b) => compareText(a.name, b.name));
    const places = new Map(ingredients.map(({ rxcui }, place) => [rxcui, place]));
    const rowOf = ({ concept, name, parts }: Candidate): ImportedName => [
      name.spelled,
      kindOf(concept, name),
      parts.map(({ rxcui }) => places.get(rxcui) ?? -1).toSorted((a, b) => a - b),
    ];
    return {
      file: {
        schema: SCHEMA,
        from,
        ingredients: ingredients.map(({ name, rxcui, ours }) => ({
          name,
          rxcui,
          ...(ours === undefined ? {} : { ours }),
        })),
        names: sorted.names.map(rowOf),
        products: sorted.products.map(rowOf),
      },
      conflicts: this.#conflicts.toSorted((a, b) => compareText(a.name, b.name)),
    };
  }

  #sorted(list: List): Candidate[] {
    return [...this.#rows[list]]
      .toSorted(([a], [b]) => compareText(a, b))
      .flatMap(([, candidate]) => (this.#ambiguous.has(candidate) ? [] : [candidate]));
  }
}

function codesOf({ parts }: Candidate): string {
  return parts
    .map(({ rxcui }) => rxcui)
    .toSorted(compareText)
    .join('+');
}

function kindOf({ type }: Concept, { isSynonym }: ConceptName): ImportedName[1] {
  if (isSynonym) return 'synonym';
  return type === 'BN' || type === 'SBD' ? 'brand' : 'generic';
}
