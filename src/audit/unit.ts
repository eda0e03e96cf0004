/** What is covered and mutated by itself: a rule, or a definition that rules share. */
import { evaluate } from '../evaluation/condition.ts';
import type { Context, Scope, PreparedRule, PreparedRules } from '../evaluation/context.ts';
import { scopesFor } from '../evaluation/table-lines.ts';
import { prepareRule } from '../evaluation/prepared.ts';
import type { Truth } from '../logic/truth.ts';
import type { Condition } from '../rules/condition.ts';
import { testsOf } from '../rules/rule-set.ts';
import type { Definition } from '../rules/schema/rule.ts';
import { leavesOf, type Leaf, type Placed, type Steps } from './condition-tree.ts';
import { isExample, type Trial } from './trials.ts';
import { verdictWord } from './verdict-word.ts';

export type Unit =
  | { readonly kind: 'rules'; readonly id: string; readonly rule: PreparedRule }
  | { readonly kind: 'definitions'; readonly id: string; readonly definition: Definition };

export type ClauseKey = 'each_medicine' | 'when' | 'unless';

/** One of the conditions that a unit is written with. */
export interface Clause {
  readonly key: ClauseKey;
  readonly condition: Condition;
}

const CLAUSES: readonly ClauseKey[] = ['each_medicine', 'when', 'unless'];

export function unitOf(rule: PreparedRule): Unit {
  return { kind: 'rules', id: rule.body.id, rule };
}

export function unitsIn({ rules, definitions }: PreparedRules): Unit[] {
  return [
    ...rules.map(unitOf),
    ...[...definitions.values()].map((definition): Unit => ({
      kind: 'definitions',
      id: definition.id,
      definition,
    })),
  ];
}

function clausesOf(unit: Unit): Clause[] {
  if (unit.kind === 'definitions') return [{ key: 'when', condition: unit.definition.when }];
  return CLAUSES.flatMap((key) => {
    const condition = unit.rule.body[key];
    return condition ? [{ key, condition }] : [];
  });
}

/** The tests of a unit, each with the clause that it stands in. */
export function testsIn(unit: Unit): (Placed<Leaf> & { readonly clause: Clause })[] {
  return clausesOf(unit).flatMap((clause) =>
    leavesOf(clause.condition).map((leaf) => ({ ...leaf, clause })),
  );
}

/** The unit with another condition in a clause. */
export function withClause(
  unit: Unit,
  { key, condition }: Clause,
  { definitions }: Pick<PreparedRules, 'definitions'>,
): Unit {
  if (unit.kind === 'definitions')
    return { ...unit, definition: { ...unit.definition, when: condition } };
  return { ...unit, rule: prepareRule({ ...unit.rule.body, [key]: condition }, definitions) };
}

/** What the unit makes of a patient, in a word. */
export function outcomeOf(unit: Unit, context: Context): string {
  return unit.kind === 'rules'
    ? verdictWord(unit.rule, context)
    : evaluate(unit.definition.when, context, NOTHING);
}

const NOTHING: Scope = { needs: new Set<string>() };

/** The truths that a part of a clause has for a patient: one, or one for each medicine and table line. */
export function truthsOf(
  unit: Unit,
  { clause, steps }: { readonly clause: Clause; readonly steps: Steps },
  context: Context,
): Truth[] {
  return scopesOf(unit, context).flatMap((scope) =>
    truthsAt(clause.condition, steps, context, scope),
  );
}

function scopesOf(unit: Unit, context: Context): readonly Scope[] {
  if (unit.kind === 'definitions') return [NOTHING];
  const { rule } = unit;
  const scope = { needs: rule.needs };
  if (!rule.body.each_medicine) return [scope];
  return context.medicines.flatMap((each) => scopesFor(rule.condition, each, { context, scope }));
}

function truthsAt(
  condition: Condition,
  [first, ...rest]: Steps,
  context: Context,
  scope: Scope,
): Truth[] {
  if (first === undefined) return [evaluate(condition, context, scope)];
  if (condition.kind === 'medicines') {
    const { where } = condition;
    return context.medicines
      .flatMap((each) => scopesFor(where, each, { context, scope }))
      .flatMap((inner) => truthsAt(where, rest, context, inner));
  }
  const part = condition.kind === 'test' ? undefined : condition.of[first];
  if (!part) throw new Error('there is no such place');
  return truthsAt(part, rest, context, scope);
}

/** The rules that a unit speaks through: itself, or those that read it. */
export function speakersOf(unit: Unit, { rules, definitions }: PreparedRules): PreparedRule[] {
  if (unit.kind === 'rules') return [unit.rule];
  const reads = (condition: Condition): boolean =>
    [...testsOf(condition)].some(({ fact }) => {
      const inner = definitions.get(fact);
      return fact === unit.id || (inner !== undefined && reads(inner.when));
    });
  return rules.filter(
    ({ condition, body }) => reads(condition) || (body.unless !== undefined && reads(body.unless)),
  );
}

/** The examples that speak of a unit, and the cases, which speak of all. */
export function trialsFor(
  unit: Unit,
  trials: readonly Trial[],
  prepared: PreparedRules,
): readonly Trial[] {
  const ids = new Set(speakersOf(unit, prepared).map(({ body }) => body.id));
  return trials.filter(
    (trial) => !isExample(trial) || ('rule' in trial.of && ids.has(trial.of.rule)),
  );
}
