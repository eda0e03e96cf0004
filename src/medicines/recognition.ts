import type { Strength } from './reading/line.ts';
import type { Tells } from './schema.ts';
import type { KnownIngredient } from './vocabulary.ts';

/** How sure the name is: in the formulary as written, or misspelt with only one thing that can be meant. */
export type Match = 'exact' | 'brand' | 'synonym' | 'spelling' | 'none';

/** What one medicine, as somebody wrote it, was recognised as, and what the words about it tell. */
export interface Recognition {
  readonly asWritten: string;
  readonly match: Match;
  /** The formulary's spelling of the name that matched. */
  readonly name?: string;
  /** The ingredients' names, joined with a slash. */
  readonly generic?: string;
  readonly ingredients: readonly KnownIngredient[];
  /** Those of all ingredients, sorted; `no-action` only when it is the only one. */
  readonly classes: readonly string[];
  /** Every ingredient is sold without a prescription, and so is the product in the strength written. */
  readonly over_the_counter: boolean;
  /** A product of just these ingredients exists that acts on the skin, in the eye, in the nose or in the lung. */
  readonly local: boolean;
  /** The product is sold on prescription only, or the words say so. */
  readonly prescription?: true;
  /** Names that may have been meant: the nearest ones, or the variants of a brand. */
  readonly suggestions: readonly string[];
  /** A question to put back, where the words can mean several things. */
  readonly ask?: string;
  /** Classes that words or the ending of a name suggest. Never a recognition. */
  readonly means?: readonly string[];
  readonly strength?: Strength;
  readonly route?: NonNullable<Tells['route']>;
  readonly form?: NonNullable<Tells['form']>;
  readonly frequency?: NonNullable<Tells['frequency']>;
  readonly regimen?: NonNullable<Tells['regimen']>;
  readonly status?: 'stopped' | 'denied' | 'allergy';
  readonly takenFor?: string;
  /**
   * In a line that was not recognised, the medicine that it is judged as all the same: one that matters whose name
   * stands in it, or what a line of several parts was read as in one.
   */
  readonly mentions?: Recognition;
  /** The words of a last dose ("11/19", "last night", an ISO date), not interpreted. */
  readonly lastTaken?: string;
}

/** A name offered while one is being typed. */
export interface Completion {
  readonly name: string;
  readonly generic: string;
  readonly classes: readonly string[];
  /** What the class that matters is called, else the only one; absent for what is no single medicine. */
  readonly title?: string;
  /** Why it matters before an injection; absent when no rule concerns it. */
  readonly why?: string;
  /** Set when the name stands for several products, or is no name: what has to be asked. */
  readonly ask?: string;
}

/** What was not recognised, and the names that may have been meant. */
export function unrecognised(asWritten: string, suggestions: readonly string[]): Recognition {
  return {
    asWritten,
    match: 'none',
    ingredients: [],
    classes: [],
    over_the_counter: false,
    local: false,
    suggestions,
  };
}

/** The classes of several ingredients together. */
export function classesOf(ingredients: readonly KnownIngredient[]): string[] {
  const all = [...new Set(ingredients.flatMap(({ classes }) => classes))].toSorted();
  return all.length > 1 ? all.filter((id) => id !== 'no-action') : all;
}

/** Whether it is said that a medicine is not taken: it is denied, or an allergy. */
export function isNotTaken(status: string | undefined): boolean {
  return status === 'denied' || status === 'allergy';
}

/** Whether a route keeps a medicine where it is put: on the skin, in the eye, in the nose or in the lung. */
export function isLocalRoute(route: string | undefined): boolean {
  return route === 'topical' || route === 'eye' || route === 'nasal' || route === 'inhaled';
}
