/**
 * What is still worth asking: the facts on which, with the answers so far, it still hangs whether a rule fires. A rule
 * that an answer has already ruled out asks for nothing more.
 */
import { evaluate } from '../evaluation/condition.ts';
import {
  type Context,
  isOnTheDay,
  type Scope,
  type ScreenedMedicine,
  type PreparedRule,
} from '../evaluation/context.ts';
import { scopesFor } from '../evaluation/table-lines.ts';
import { hasAmount, isTimeTest } from '../evaluation/time-test.ts';
import { and, not, or, type Truth } from '../logic/truth.ts';
import type { Test } from '../rules/phrase.ts';
import { isMedicineField } from '../rules/rule-set.ts';
import type { Condition } from '../rules/condition.ts';
import { isToldField, type ToldField } from './told-field.ts';

export interface OpenFacts {
  /** Questions without an answer that can still change what a rule says. */
  readonly questions: ReadonlySet<string>;
  /** Those of them that such a rule cannot do without. */
  readonly needed: ReadonlySet<string>;
  /** What was not told of a medicine and can still change what a rule says, by the medicine's position. */
  readonly fields: ReadonlyMap<number, ReadonlySet<ToldField>>;
}

type Open =
  | { readonly question: string }
  | { readonly position: number; readonly field: ToldField };

interface Probe {
  readonly truth: Truth;
  /** What the truth hangs on, when it is unknown. */
  readonly open: readonly Open[];
  /** It hangs on what is only asked on the day, so that no answer of now makes it true. */
  readonly waits?: true;
}

const closed = (truth: Truth): Probe => ({ truth, open: [] });

const WAITS: Probe = { truth: 'unknown', open: [], waits: true };

export function openFacts(context: Context): OpenFacts {
  const questions = new Set<string>();
  const needed = new Set<string>();
  const fields = new Map<number, Set<ToldField>>();
  for (const rule of context.prepared.rules) {
    for (const each of openOf(rule, context)) {
      if ('question' in each) {
        questions.add(each.question);
        if (rule.needs.has(each.question)) needed.add(each.question);
      } else {
        fields.set(each.position, (fields.get(each.position) ?? new Set()).add(each.field));
      }
    }
  }
  return { questions, needed, fields };
}

function openOf(rule: PreparedRule, context: Context): Open[] {
  const { each_medicine: each, unless } = rule.body;
  const scopes = each
    ? context.medicines.flatMap((medicine) =>
        scopesFor(rule.condition, medicine, { context, scope: { needs: rule.needs } }),
      )
    : [{ needs: rule.needs }];
  return scopes.flatMap((scope) => {
    const probed = probe(rule.condition, context, scope);
    if (probed.truth === 'false' || probed.waits) return [];
    return [...probed.open, ...(unless ? probe(unless, context, scope).open : [])];
  });
}

function probe(condition: Condition, context: Context, scope: Scope): Probe {
  switch (condition.kind) {
    case 'test':
      return probeTest(condition, context, scope);
    case 'all':
      return join(
        condition.of.map((each) => probe(each, context, scope)),
        and,
        'false',
      );
    case 'any':
      return join(
        condition.of.map((each) => probe(each, context, scope)),
        or,
        'true',
      );
    case 'none':
      return join(
        condition.of.map((each) => negated(probe(each, context, scope))),
        and,
        'false',
      );
    case 'medicines':
      return probeMedicines(condition, context, scope);
  }
}

/** As soon as one part settles the whole, nothing hangs on the others. */
function join(
  parts: readonly Probe[],
  combine: (truths: readonly Truth[]) => Truth,
  settling: 'true' | 'false',
): Probe {
  const truth = combine(parts.map((part) => part.truth));
  if (truth === settling) return closed(truth);
  const undecided = parts.filter((part) => part.truth === 'unknown');
  const waits =
    settling === 'false'
      ? undecided.some((part) => part.waits)
      : undecided.length > 0 && undecided.every((part) => part.waits);
  return waits ? WAITS : { truth, open: parts.flatMap(({ open }) => open) };
}

function negated(probed: Probe): Probe {
  return { ...probed, truth: not(probed.truth) };
}

function probeMedicines(
  condition: Extract<Condition, { kind: 'medicines' }>,
  context: Context,
  scope: Scope,
): Probe {
  const { where, atLeast } = condition;
  const probes = context.medicines.map((medicine) => {
    const scopes = scopesFor(where, medicine, { context, scope });
    return {
      medicine,
      ...join(
        scopes.map((each) => probe(where, context, each)),
        or,
        'true',
      ),
    };
  });
  if (atLeast === 1) return join(probes, or, 'true');
  const possible = probes.filter(({ truth }) => truth !== 'false');
  const ingredients = new Set(possible.flatMap(({ medicine }) => [...medicine.ingredients]));
  if (ingredients.size < atLeast) return closed('false');
  const open = possible.flatMap((each) => each.open);
  return open.length === 0
    ? closed(evaluate(condition, context, scope))
    : { truth: 'unknown', open };
}

function probeTest(
  condition: Extract<Condition, { kind: 'test' }>,
  context: Context,
  scope: Scope,
): Probe {
  const { fact, test } = condition;
  const { medicine, row } = scope;
  if (fact === 'in_table' && !test.negated && row?.when) {
    const belongs =
      test.is === 'one-of' && Array.isArray(test.values) && test.values.includes(row.table);
    return belongs ? probe(row.when, context, scope) : closed('false');
  }
  if (isMedicineField(fact)) {
    if (!medicine || !isToldField(fact) || !hangsOn(test, context, scope))
      return closed(evaluate(condition, context, scope));
    const open = untold(fact, medicine, context);
    return open.length === 0
      ? closed(evaluate(condition, context, scope))
      : { truth: 'unknown', open };
  }
  const definition = context.prepared.definitions.get(fact);
  if (definition) {
    const found = probe(definition.when, context, scope);
    return isAboutYes(test) ? found : negated(found);
  }
  const question = context.prepared.questions.get(fact);
  if (!question || context.intake.answers.has(fact))
    return closed(evaluate(condition, context, scope));
  const applies = question.when
    ? probe(question.when, context, { needs: new Set() }).truth
    : 'true';
  if (applies === 'false') return closed(evaluate(condition, context, scope));
  const isForTheDay = question.need === 'on-the-day' && !isOnTheDay(context);
  if (isForTheDay) return test.known ? closed(evaluate(condition, context, scope)) : WAITS;
  return { truth: 'unknown', open: [{ question: fact }] };
}

/** A line of a table that names no length of time asks for no last dose. */
function hangsOn(test: Test, context: Context, scope: Scope): boolean {
  return !isTimeTest(test) || hasAmount(test, scope, context);
}

/** Ahead of the day, the last dose of a medicine that is still taken does not matter: it is yet to come. */
function untold(field: ToldField, medicine: ScreenedMedicine, context: Context): Open[] {
  const { position, given } = medicine;
  const isOpen = (each: ToldField): boolean =>
    (each === 'regimen' ? medicine.regimen : given[each]) === undefined;
  const counts = field !== 'last_taken' || isOnTheDay(context) || given.still_taking !== true;
  const asked: readonly ToldField[] =
    field === 'last_taken' ? ['still_taking', ...(counts ? [field] : [])] : [field];
  return asked.filter(isOpen).map((each) => ({ position, field: each }));
}

/** Whether the test asks a definition to hold, rather than not to. */
function isAboutYes(test: Test): boolean {
  const yes = test.is === 'one-of' && Array.isArray(test.values) && test.values.includes(true);
  return yes !== (test.negated === true);
}
