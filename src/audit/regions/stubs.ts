/**
 * Puts one hidden answer in the place of every definition and of every condition about other medicines. It may be
 * true, false or open whatever else is answered: that is more than can happen, so what holds for all of its values
 * holds for every patient, however many medicines there are.
 */
import type { PreparedRules } from '../../evaluation/context.ts';
import { prepareRules } from '../../evaluation/prepared.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import type { Condition } from '../../rules/condition.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { hiddenTest, withHidden } from './hidden.ts';
import { openly } from './openly.ts';

type Quantified = Extract<Condition, { kind: 'medicines' }>;

/** What a hidden answer stands for, in each of the rule sets. */
export type Meant =
  | {
      readonly kind: 'definition';
      readonly id: string;
      readonly when: readonly (Condition | undefined)[];
    }
  | {
      readonly kind: 'medicines';
      readonly id: string;
      readonly of: readonly (Quantified | undefined)[];
    };

export interface Stubbed {
  readonly prepared: readonly PreparedRules[];
  readonly meant: ReadonlyMap<string, Meant>;
}

/** The conditions that stand at the same place in each rule set. */
type Place = readonly (Condition | undefined)[];

export function stubbed(all: readonly PreparedRules[]): Stubbed {
  const ids = new Map<Condition, string>();
  const meant = new Map<string, Meant>();
  for (const place of placesOf(all)) alignQuantified(place, ids, meant);
  const replace = (condition: Condition): Condition => {
    if (condition.kind === 'test') return condition;
    if (condition.kind !== 'medicines')
      return { kind: condition.kind, of: condition.of.map(replace) };
    const id = ids.get(condition);
    if (id === undefined) throw new Error('a condition about medicines was not aligned');
    return hiddenTest(id);
  };
  const names = new Set(all.flatMap(({ definitions }) => [...definitions.keys()]));
  for (const id of names) {
    const when = all.map(({ definitions }) => definitions.get(id)?.when);
    meant.set(id, { kind: 'definition', id, when: when.map((each) => each && replace(each)) });
  }
  const prepared = all.map((each) => {
    const made = prepareRules(
      withHidden(rewritten(each.ruleSet, replace), [...meant.keys()]),
      openly,
    );
    // Whether a rule asks for the last dose must not be hidden.
    const asks = new Set(
      each.rules.filter(({ asksLastDose }) => asksLastDose).map(({ body }) => body.id),
    );
    return {
      ...made,
      rules: made.rules.map((rule) => ({ ...rule, asksLastDose: asks.has(rule.body.id) })),
    };
  });
  return { prepared, meant };
}

/** Every place at which a condition can stand: the same rule, definition, question or table line of each rule set. */
function placesOf(all: readonly PreparedRules[]): Place[] {
  const byKey = all.map(({ ruleSet }) => new Map(conditionsByKey(ruleSet)));
  const keys = new Set(byKey.flatMap((each) => [...each.keys()]));
  return [...keys].map((key) => byKey.map((each) => each.get(key)));
}

function conditionsByKey({
  rules,
  definitions,
  questions,
  tables,
}: RuleSet): [string, Condition][] {
  const places: [string, Condition | undefined][] = [
    ...rules.flatMap(
      ({ id, each_medicine: each, when, unless }): [string, Condition | undefined][] => [
        [`rule ${id} each`, each],
        [`rule ${id} when`, when],
        [`rule ${id} unless`, unless],
      ],
    ),
    ...definitions.map(({ id, when }): [string, Condition] => [`definition ${id}`, when]),
    ...questions.map(({ id, when }): [string, Condition | undefined] => [`question ${id}`, when]),
    ...tables.flatMap(({ id, rows }) =>
      rows.map(({ when }, index): [string, Condition | undefined] => [
        `table ${id} ${index}`,
        when,
      ]),
    ),
  ];
  return places.flatMap(([key, condition]) => (condition ? [[key, condition]] : []));
}

/** Gives the conditions about medicines at one place the same name in each rule set, in their order. */
function alignQuantified(
  place: Place,
  ids: Map<Condition, string>,
  meant: Map<string, Meant>,
): void {
  const found = place.map((condition) => (condition ? [...quantifiedIn(condition)] : []));
  const most = Math.max(...found.map(({ length }) => length));
  const aligned =
    new Set(found.map(({ length }) => length).filter((length) => length > 0)).size === 1;
  const groups: (Quantified | undefined)[][] = aligned
    ? Array.from({ length: most }, (_, index) => found.map((each) => each[index]))
    : byText(found);
  for (const of of groups) {
    const id = `medicines ${canonicalJson(of.map((each) => each ?? null))}`;
    for (const one of of) if (one) ids.set(one, id);
    meant.set(id, { kind: 'medicines', id, of });
  }
}

/** Those that are written alike belong together; any other stands in one rule set alone. */
function byText(found: readonly (readonly Quantified[])[]): (Quantified | undefined)[][] {
  const groups = new Map<string, (Quantified | undefined)[]>();
  for (const [bench, each] of found.entries()) {
    const texts = each.map((one) => canonicalJson(one));
    for (const [at, one] of each.entries()) {
      const nth = texts.slice(0, at).filter((text) => text === texts[at]).length;
      const key = `${texts[at]} ${nth}`;
      const group = groups.get(key) ?? found.map(() => undefined);
      group[bench] = one;
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** The conditions about other medicines that stand in a condition. */
function* quantifiedIn(condition: Condition): Generator<Quantified> {
  if (condition.kind === 'medicines') yield condition;
  else if (condition.kind !== 'test') for (const part of condition.of) yield* quantifiedIn(part);
}

function rewritten(ruleSet: RuleSet, replace: (of: Condition) => Condition): RuleSet {
  const inPart = <T extends { readonly when?: Condition | undefined }>(part: T): T =>
    part.when ? { ...part, when: replace(part.when) } : part;
  return {
    ...ruleSet,
    rules: ruleSet.rules.map((rule) => ({
      ...inPart(rule),
      ...(rule.each_medicine ? { each_medicine: replace(rule.each_medicine) } : {}),
      ...(rule.unless ? { unless: replace(rule.unless) } : {}),
    })),
    questions: ruleSet.questions.map(inPart),
    tables: ruleSet.tables.map((table) => ({ ...table, rows: table.rows.map(inPart) })),
  };
}
