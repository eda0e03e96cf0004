/** One name of the formulary for every kind of medicine that the rules at hand tell apart. */
import {
  namedMedicines,
  type Recognises,
  screenedMedicine,
} from '../../evaluation/screened-medicine.ts';
import type { ScreenedMedicine, PreparedRules } from '../../evaluation/context.ts';
import {
  type KnownIngredient,
  NAME_KINDS,
  type NameKind,
  type Vocabulary,
} from '../../medicines/vocabulary.ts';
import { isReference } from '../../rules/phrase.ts';
import { conditionsOf, type TableRow, testsOf } from '../../rules/rule-set.ts';
import { isLineFor } from '../table-lines.ts';
import type { Bench } from './bench.ts';
import { type Reading, rowsOfTable } from './reading.ts';

/** A name, and what each of the benches makes of it. */
export interface Identity {
  readonly name: string;
  readonly known: readonly ScreenedMedicine[];
  /** Another medicine that no test tells from it: the second, where two are counted. */
  readonly twin?: Identity;
}

/** A name that no formulary holds. */
export const UNKNOWN_NAME = 'zzyzxin';

/** Identities of which no two give the same answer to a test, in either of the benches. */
export function identitiesFor(
  benches: readonly Bench[],
  readings: readonly Reading[],
  also: readonly string[] = [],
): Identity[] {
  const tellers = benches.map((bench, index) => tellerOf(bench, readings[index]));
  const found = new Map<string, Identity>();
  for (const name of [...namesOf(benches), ...also, UNKNOWN_NAME]) {
    const known = benches.flatMap(({ screener }) => asGiven(name, screener.recogniser) ?? []);
    // A name that is read as several medicines is nobody's only one.
    if (known.length < benches.length) continue;
    const key = known.map((medicine, index) => tellers[index]?.(medicine)).join(' | ');
    const before = found.get(key);
    const own = { name, known };
    if (!before) found.set(key, own);
    else if (isPlainer(known, before.known)) found.set(key, { ...own, twin: before });
    else if (!before.twin) found.set(key, { ...before, twin: own });
  }
  return [...found.values()];
}

const GIVEN = new WeakMap<Recognises, Map<string, ScreenedMedicine | undefined>>();

/** The medicine as the evaluation reads an entry of nothing but its name. */
export function asGiven(name: string, recogniser: Recognises): ScreenedMedicine | undefined {
  const known = kept(GIVEN, recogniser, () => new Map<string, ScreenedMedicine | undefined>());
  if (!known.has(name)) known.set(name, readAlone(name, recogniser));
  return known.get(name);
}

function readAlone(name: string, recogniser: Recognises): ScreenedMedicine | undefined {
  const given = { list: 'medications', index: 0, name } as const;
  const [only, ...others] = namedMedicines(given, recogniser);
  return only && others.length === 0 ? screenedMedicine(only, 0, recogniser) : undefined;
}

/** A name that tells nothing more than what it is leaves every field open. */
function isPlainer(known: readonly ScreenedMedicine[], than: readonly ScreenedMedicine[]): boolean {
  return told(known) < told(than);
}

function told(known: readonly ScreenedMedicine[]): number {
  return known.reduce(
    (sum, medicine) =>
      sum + Number(tellsMore(medicine)) * 2 + Number(medicine.known.match === 'spelling'),
    0,
  );
}

function tellsMore({
  route,
  regimen,
  form,
  dose_mg: mg,
  dose_units: units,
  frequency,
}: ScreenedMedicine): boolean {
  return [route, regimen, form, mg, units, frequency].some((each) => each !== undefined);
}

/** What of a medicine the tests can see: the words for it that they name, and the table lines that it has. */
function tellerOf(
  { screener }: Bench,
  reading: Reading | undefined,
): (medicine: ScreenedMedicine) => string {
  const { prepared } = screener;
  const rows = [...(reading?.tables ?? [])].flatMap((table) => rowsOfTable(table, prepared));
  const classes = namedBy('class', reading, rows);
  const ingredients = namedBy('ingredient', reading, rows);
  return (medicine) => {
    const { classes: own, ingredients: of, known, over_the_counter: counter } = medicine;
    const lines = rows.flatMap((row, index) => (isLineFor(row, medicine) ? [index] : []));
    const parts = [
      ...classes.filter((name) => own.has(name)),
      '/',
      ...ingredients.filter((name) => of.has(name)),
      '/',
      ...lines,
      reading?.tests.has('recognised') ? known.match === 'none' : '',
      reading?.tests.has('over_the_counter') ? counter : '',
      reading?.tests.has('route') ? known.local : '',
      (reading?.medicines ?? 0) >= 2 ? Math.min(2, known.ingredients.length) : '',
    ];
    return parts.join(' ');
  };
}

function namedBy(field: string, reading: Reading | undefined, rows: readonly TableRow[]): string[] {
  const names = (reading?.tests.get(field) ?? []).flatMap((test) => {
    if (test.is !== 'one-of') return [];
    const { values } = test;
    if (!isReference(values)) return values.map(String);
    return rows.flatMap((row) => [row.values[values.ref] ?? []].flat().map(String));
  });
  return [...new Set(names)].toSorted();
}

const NAMED = new WeakMap<PreparedRules, readonly string[]>();
const NAMES = new WeakMap<Recognises, Map<string, readonly string[]>>();

/** A name for every product of the formularies that any rule could tell from the others, single ingredients first. */
function namesOf(benches: readonly Bench[]): readonly string[] {
  return [...new Set(benches.flatMap(namesOfBench))];
}

function namesOfBench({
  vocabulary,
  screener: { prepared, recogniser },
}: Bench): readonly string[] {
  const named = kept(NAMED, prepared, () => [...ingredientsNamed(prepared)].toSorted());
  // Rule sets that name the same medicines need not have the same thousands of names recognised again.
  const listed = kept(NAMES, recogniser, () => new Map<string, readonly string[]>());
  const key = named.join('; ');
  let names = listed.get(key);
  if (!names) listed.set(key, (names = listNames(vocabulary, recogniser, new Set(named))));
  return names;
}

function kept<K extends object, V>(memo: WeakMap<K, V>, key: K, make: () => V): V {
  let value = memo.get(key);
  if (value === undefined) memo.set(key, (value = make()));
  return value;
}

/** Names of each kind: one, and a twin. */
const ALIKE = 2;
const PLAIN_KINDS = new Set<NameKind>(['generic', 'brand', 'synonym']);

function listNames(
  { ingredients, products, names }: Vocabulary,
  recogniser: Recognises,
  named: ReadonlySet<string>,
): string[] {
  const seen = new Map<string, number>();
  const listed: string[] = [];
  // Names that tell something by themselves are of a kind of their own: what they tell can be all that is ever known.
  const add = (name: string, of: readonly KnownIngredient[], tells: unknown): void => {
    const parts = of.map(
      (each) =>
        `${named.has(each.name) ? each.name : ''}:${each.classes.join(' ')}:${each.over_the_counter}`,
    );
    const kind = `${[...new Set(parts)].toSorted().join('+')} ${Math.min(2, of.length)}`;
    const full = ['local', 'whole'].map((how) => `${kind} ${JSON.stringify(tells ?? null)} ${how}`);
    if (full.every((key) => (seen.get(key) ?? 0) >= ALIKE)) return;
    const { match, local } = recogniser.recognise(name);
    const key = full[local ? 0 : 1] ?? '';
    const count = seen.get(key) ?? 0;
    if (count >= ALIKE || match === 'none' || match === 'spelling') return;
    seen.set(key, count + 1);
    listed.push(name);
  };
  const spelledAs = new Map(
    names.spelled.map((name, index) => [name, names.meanings[index] ?? -1]),
  );
  for (const ingredient of ingredients) {
    const product = products[spelledAs.get(ingredient.name) ?? -1];
    add(ingredient.name, [ingredient], product?.tells);
  }
  for (const [index, spelled] of names.spelled.entries()) {
    const kind = NAME_KINDS[names.kinds[index] ?? -1];
    const product =
      kind && PLAIN_KINDS.has(kind) ? products[names.meanings[index] ?? -1] : undefined;
    if (!product) continue;
    const { of, tells } = product;
    add(
      spelled,
      of.flatMap((each) => ingredients[each] ?? []),
      tells,
    );
  }
  return listed;
}

/** Every ingredient that a rule or a table line names. */
function ingredientsNamed({ ruleSet }: PreparedRules): Set<string> {
  const named = ruleSet.tables.flatMap(({ rows }) =>
    rows.flatMap(({ drug = [], values }) => [
      ...drug,
      ...Object.values(values).filter(Array.isArray).flat(),
    ]),
  );
  const conditions = [
    ...ruleSet.rules.flatMap((rule) => [...conditionsOf(rule)]),
    ...ruleSet.definitions.map(({ when }) => when),
    ...ruleSet.questions.flatMap(({ when }) => when ?? []),
    ...ruleSet.tables.flatMap(({ rows }) => rows.flatMap(({ when }) => when ?? [])),
  ];
  const tested = conditions.flatMap((condition) =>
    [...testsOf(condition)].flatMap(({ fact, test }) =>
      fact === 'ingredient' && test.is === 'one-of' && !isReference(test.values)
        ? test.values.map(String)
        : [],
    ),
  );
  return new Set([...named.map(String), ...tested]);
}
