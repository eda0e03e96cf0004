import { foldName } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import type { NameIndex } from '../name-index.ts';
import { type Conflict, type Doubt, ImportTable, type LeftOut } from './import-table.ts';
import { likenessAmong } from './likeness.ts';
import type { ImportedIngredient, NamesFile } from './names-file.ts';
import { OurIngredients } from './our-ingredients.ts';
import type { Concept, Release } from './release.ts';
import { type Objection, Vetting } from './vetting.ts';

export interface Imported {
  readonly file: NamesFile;
  /** How many names our vocabulary reads already. */
  readonly known: number;
  /** The names that are left out because of what ours say, in the order of the alphabet. */
  readonly conflicts: readonly Conflict[];
  /** Those of which the release does not tell every ingredient. */
  readonly incomplete: readonly LeftOut[];
}

/** What names are looked up in: our own alone. */
interface Own {
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
}

/** An ingredient of the release: ours, by its numbers, or a stranger with what may be said against it. */
interface Substance extends ImportedIngredient {
  readonly of: readonly number[] | undefined;
  readonly objection: Objection | undefined;
}

/** Takes over those names of a release that our vocabulary does not have and that mean nothing else in it. */
export function importRelease(release: Release, own: Own, from: NamesFile['from']): Imported {
  const concepts = release.concepts();
  const keys = concepts.flatMap(({ names }) => names.map(({ spelled }) => foldName(spelled)));
  const likeness = likenessAmong(keys, own.lexicon);
  const vetting = new Vetting(own.lexicon, own.names, likeness);
  const substances = substancesOf(concepts, own, vetting);
  const table = new ImportTable();
  const incomplete: LeftOut[] = [];
  let known = 0;
  for (const concept of concepts) {
    const { rxcui } = concept;
    const parts = partsOf(release.ingredientsOf(concept), substances);
    const doubt =
      doubtOf(concept, parts ?? []) ?? formulaDoubt(concept, { release, substances, own });
    for (const name of concept.names) {
      const { spelled } = name;
      if (!parts) {
        incomplete.push({ name: spelled, rxcui });
        continue;
      }
      const verdict = doubt ?? vetting.judge({ spelled, ...splitParts(parts) });
      if (verdict === 'known') known += 1;
      else if (verdict) table.refuse({ concept, name, parts }, verdict);
      else table.add({ concept, name, parts });
    }
  }
  return { ...table.finish(from), known, incomplete };
}

function substancesOf(
  concepts: readonly Concept[],
  { lexicon, names }: Own,
  vetting: Vetting,
): ReadonlyMap<string, Substance> {
  const ours = new OurIngredients(lexicon, names);
  const ingredients = concepts.filter(({ type }) => type === 'IN');
  return new Map(
    ingredients.map((concept) => {
      const { rxcui } = concept;
      const name = concept.names.find(({ isSynonym }) => !isSynonym)?.spelled ?? '';
      const of = ours.find({ name, rxcui }) ?? vetting.read(name);
      const called = lexicon.ingredients(of ?? []).map((each) => each.name);
      return [
        rxcui,
        {
          name,
          rxcui,
          of,
          objection: of ? undefined : vetting.judgeStranger(name),
          ...(of && called.join() !== name ? { ours: called } : {}),
        },
      ];
    }),
  );
}

function partsOf(
  codes: ReadonlySet<string> | undefined,
  substances: ReadonlyMap<string, Substance>,
): readonly Substance[] | undefined {
  return codes && [...codes].flatMap((code) => substances.get(code) ?? []);
}

function splitParts(parts: readonly Substance[]): {
  readonly of: readonly number[];
  readonly strangers: readonly string[];
} {
  return {
    of: [...new Set(parts.flatMap(({ of }) => of ?? []))],
    strangers: parts.flatMap(({ of, name }) => (of ? [] : [name])),
  };
}

/** An ingredient that may be one of a class that matters keeps out whatever it is in; its own name speaks for itself. */
function doubtOf({ type }: Concept, parts: readonly Substance[]): Doubt | undefined {
  const doubted = parts.find(({ objection }) => objection);
  if (!doubted?.objection || type === 'IN') return doubted?.objection;
  return { ...doubted.objection, ingredient: doubted.name };
}

/** A brand whose products do not all hold the same ingredients that matter tells nothing by itself. */
function formulaDoubt(
  concept: Concept,
  {
    release,
    substances,
    own,
  }: { release: Release; substances: ReadonlyMap<string, Substance>; own: Own },
): Doubt | undefined {
  const formulas = release.formulasOf(concept).map((codes) => {
    const numbers = splitParts(partsOf(codes, substances) ?? []).of;
    return own.lexicon
      .ingredients(numbers)
      .filter(({ classes }) => own.lexicon.why(classes) !== undefined)
      .map(({ name }) => name)
      .toSorted()
      .join();
  });
  return new Set(formulas).size > 1 ? { reason: 'formulas' } : undefined;
}
