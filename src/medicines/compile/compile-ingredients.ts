import { foldName } from '../fold.ts';
import { type Faults, type FormularySource, type PartItem, partOf } from './formulary-part.ts';
import type { NameTable } from './name-table.ts';
import type { Ingredient, Tells } from '../schema.ts';
import type { KnownIngredient, NameKind } from '../vocabulary.ts';

/** The lists of names of an ingredient: what kind of name each holds, and what the name itself tells. */
const LISTS: readonly {
  readonly list: keyof Ingredient;
  readonly kind: NameKind;
  readonly tells: Tells;
}[] = [
  { list: 'brands', kind: 'brand', tells: {} },
  { list: 'oral', kind: 'brand', tells: { route: 'oral' } },
  { list: 'injection', kind: 'brand', tells: { route: 'injection' } },
  { list: 'topical', kind: 'brand', tells: { route: 'topical' } },
  { list: 'eye', kind: 'brand', tells: { route: 'eye' } },
  { list: 'nasal', kind: 'brand', tells: { route: 'nasal' } },
  { list: 'inhaled', kind: 'brand', tells: { route: 'inhaled' } },
  { list: 'weekly', kind: 'brand', tells: { regimen: 'weekly' } },
  { list: 'daily', kind: 'brand', tells: { regimen: 'daily' } },
  { list: 'extended', kind: 'brand', tells: { form: 'extended' } },
  { list: 'prescription', kind: 'brand', tells: { prescription: true } },
  { list: 'also', kind: 'synonym', tells: {} },
];

/** The ingredients of a formulary, with the number of each by its name. */
export interface Ingredients {
  readonly known: readonly KnownIngredient[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Gathers the ingredients of all files beside those of the table's ground, and adds their names to the table. */
export function compileIngredients(
  files: readonly FormularySource[],
  classes: ReadonlySet<string>,
  table: NameTable,
  faults: Faults,
): Ingredients {
  const known: KnownIngredient[] = [...table.ground.ingredients];
  const numbers = new Map<string, number>(known.map(({ name }, number) => [name, number]));
  for (const each of partOf(files, 'ingredients')) {
    const { item, file, at } = each;
    const stated = item.classes ?? file.classes;
    const earlier = numbers.get(item.name);
    faults.classes(stated ?? [], classes, at('classes'));
    if (earlier !== undefined) compareClasses(each, known[earlier], faults);
    else if (!stated) faults.add('no-class', `\`${item.name}\` has no class`, at('name'));
    const number = earlier ?? known.push(ingredientOf(item, stated ?? [])) - 1;
    numbers.set(item.name, number);
    addNames(each, number, table);
  }
  return { known, numbers };
}

function ingredientOf(item: Ingredient, classes: readonly string[]): KnownIngredient {
  return {
    name: item.name,
    classes,
    ...(item.rxcui === undefined ? {} : { rxcui: item.rxcui }),
    over_the_counter: item.over_the_counter ?? false,
    ...(item.counter_mg === undefined ? {} : { counter_mg: item.counter_mg }),
    ...(item.weekly || item.daily ? { scheduled: true } : {}),
  };
}

/** Another mention, such as a site's, may add names without saying classes; it may not say others. */
function compareClasses(
  { item, file, at }: PartItem<Ingredient>,
  known: KnownIngredient | undefined,
  faults: Faults,
): void {
  const own = item.classes ?? file.classes;
  const isSame =
    own?.length === known?.classes.length && own?.every((id) => known?.classes.includes(id));
  if (own && !isSame)
    faults.add(
      'class-conflict',
      `\`${item.name}\` stands elsewhere with other classes`,
      at('name'),
    );
}

function addNames({ item, at }: PartItem<Ingredient>, number: number, table: NameTable): void {
  table.add({ spelled: item.name, kind: 'generic', of: [number], tells: {}, span: at('name') });
  const generic = foldName(item.name);
  for (const { list, kind, tells } of LISTS) {
    const spellings = item[list];
    if (!Array.isArray(spellings)) continue;
    for (const [index, spelled] of spellings.entries()) {
      const isDescription = foldName(spelled).includes(generic);
      table.add({
        spelled,
        kind: isDescription ? 'synonym' : kind,
        of: [number],
        tells,
        span: at(list, index),
      });
    }
  }
}
