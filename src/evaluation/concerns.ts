/** With which lines of its tables a condition can hold for a medicine at all, by what the medicine is and nothing else. */
import type { Condition } from '../rules/condition.ts';
import { ROW_PREFIX } from '../rules/rule-set.ts';
import { anyOf, not, type Truth } from '../logic/truth.ts';
import type { Recognition } from '../medicines/recognition.ts';
import type { Context, LinesFor, Scope, ScreenedMedicine } from './context.ts';
import { partialTruth, type TestCondition } from './partial-truth.ts';
import { medicineScopes, namedIn, rowsOf, tablesOf } from './table-lines.ts';

type Lines = ReturnType<LinesFor>;

/** Most medicines are none of a rule's business, and the same ones come again and again: so it is remembered. */
export function rememberLines(): LinesFor {
  const known = new WeakMap<Condition, WeakMap<Recognition, Lines>>();
  return (condition, medicine, context) => {
    let own = known.get(condition);
    if (!own) known.set(condition, (own = new WeakMap()));
    let lines = own.get(medicine.known);
    if (!lines) own.set(medicine.known, (lines = linesFor(condition, medicine, context)));
    return lines;
  };
}

function linesFor(condition: Condition, medicine: ScreenedMedicine, context: Context): Lines {
  return medicineScopes(tablesOf(condition), medicine, new Set(), context.prepared)
    .filter((scope) => truthByKind(condition, scope, context) !== 'false')
    .map(({ row }) => row);
}

const KIND_FIELDS: ReadonlySet<string> = new Set(['class', 'ingredient', 'recognised']);

/** The truth of a condition when nothing is known but what the medicine is. */
function truthByKind(condition: Condition, scope: Scope, context: Context): Truth {
  const told = (test: TestCondition): Truth => {
    const { fact } = test;
    if (fact === 'in_table') return tableTruth(test, scope, context);
    if (!KIND_FIELDS.has(fact) && !fact.startsWith(ROW_PREFIX)) return 'unknown';
    return context.prepared.deciderOf(test)(context, scope, 'open');
  };
  return partialTruth(condition, told, 'open');
}

function tableTruth({ test }: TestCondition, scope: Scope, context: Context): Truth {
  const tables = namedIn(test);
  const { row, medicine } = scope;
  if (!test.negated) {
    if (!row || !tables.includes(row.table)) return 'false';
    return row.when ? truthByKind(row.when, scope, context) : 'true';
  }
  const rows = medicine ? rowsOf(tables, medicine, context.prepared) : [];
  return not(anyOf(rows, ({ when }) => (when ? 'unknown' : 'true')));
}
