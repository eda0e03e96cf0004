/** Makes conditions into functions. */
import { anyOf, atLeast, not, or, type Truth } from '../logic/truth.ts';
import type { Condition } from '../rules/condition.ts';
import type { Decider, ScreenedMedicine } from './context.ts';
import { FLIPPED } from './condition.ts';
import type { Names } from './names.ts';
import { factDecider } from './fact-deciders.ts';
import { tableDecider } from './medicine-deciders.ts';
import type { TestCondition } from './partial-truth.ts';
import { medicineScopes, tablesOf } from './table-lines.ts';

/** What stands round the decider of a test, for proofs over many patients at once. */
export type Around = (condition: TestCondition, decide: Decider) => Decider;

/** The deciders of conditions over these names; each is made once. */
export function decidersFor(
  names: Names,
  around: Around = (_, decide) => decide,
): (condition: Condition) => Decider {
  const made = new WeakMap<Condition, Decider>();
  const deciderOf = (condition: Condition): Decider => {
    let decider = made.get(condition);
    if (!decider) made.set(condition, (decider = make(condition)));
    return decider;
  };
  const make = (condition: Condition): Decider => {
    switch (condition.kind) {
      case 'test':
        return around(condition, testDecider(condition, names, deciderOf));
      case 'all':
        return all(condition.of.map(deciderOf));
      case 'any':
        return any(condition.of.map(deciderOf));
      case 'none':
        return none(any(condition.of.map(deciderOf)));
      case 'medicines':
        return medicinesDecider(condition, names, deciderOf);
    }
  };
  return deciderOf;
}

type DeciderOf = (condition: Condition) => Decider;

function all(parts: readonly Decider[]): Decider {
  return (context, scope, quiet) => {
    let result: Truth = 'true';
    for (const part of parts) {
      const value = part(context, scope, quiet);
      if (value === 'false') return 'false';
      if (value === 'unknown') result = 'unknown';
    }
    return result;
  };
}

function any(parts: readonly Decider[]): Decider {
  return (context, scope, quiet) => {
    let result: Truth = 'false';
    for (const part of parts) {
      const value = part(context, scope, quiet);
      if (value === 'true') return 'true';
      if (value === 'unknown') result = 'unknown';
    }
    return result;
  };
}

function none(part: Decider): Decider {
  return (context, scope, quiet) => not(part(context, scope, FLIPPED[quiet]));
}

function testDecider({ fact, test }: TestCondition, names: Names, deciderOf: DeciderOf): Decider {
  if (fact === 'in_table') return tableDecider(test, names, deciderOf);
  const plain = factDecider(fact, test, names, deciderOf);
  return test.negated ? none(plain) : plain;
}

/** Whether there is a medicine, or are two of different ingredients, for which the condition holds. */
function medicinesDecider(
  { where, atLeast: needed }: Extract<Condition, { kind: 'medicines' }>,
  names: Names,
  deciderOf: DeciderOf,
): Decider {
  const decide = deciderOf(where);
  if (needed === 2) return twoMedicines(where, decide, names);
  return (context, { needs }, quiet) => {
    let result: Truth = 'false';
    for (const medicine of context.medicines) {
      for (const row of context.prepared.linesFor(where, medicine, context)) {
        const scope = row ? { needs, medicine, row } : { needs, medicine };
        const value = decide(context, scope, quiet);
        if (value === 'true') return 'true';
        if (value === 'unknown') result = 'unknown';
      }
    }
    return result;
  };
}

function twoMedicines(where: Condition, decide: Decider, names: Names): Decider {
  const tables = tablesOf(where);
  return (context, { needs }, quiet) => {
    const count = context.medicines.reduce((sum, { known }) => sum + known.ingredients.length, 0);
    if (count < 2) return 'false';
    const truths = byIngredient(context.medicines, (alone) =>
      anyOf(medicineScopes(tables, alone, needs, names), (scope) => decide(context, scope, quiet)),
    );
    return atLeast(2, truths);
  };
}

/** One truth for each ingredient: two names for one drug are one, and a product of two drugs is two. */
function byIngredient(
  medicines: readonly ScreenedMedicine[],
  truthOf: (medicine: ScreenedMedicine) => Truth,
): Truth[] {
  const truths = new Map<string, Truth[]>();
  for (const medicine of medicines) {
    for (const { name, classes } of medicine.known.ingredients) {
      const alone: ScreenedMedicine = {
        ...medicine,
        classes: new Set(classes),
        ingredients: new Set([name]),
      };
      truths.set(name, [...(truths.get(name) ?? []), truthOf(alone)]);
    }
  }
  return [...truths.values()].map(or);
}
