/**
 * Walks through the patients to whom two versions of some conditions can mean different things, and leaves out those
 * to whom they say the same word for word.
 */
import { canonicalJson } from '../../rules/canonical.ts';
import type { Condition } from '../../rules/condition.ts';
import { isLineFor } from '../table-lines.ts';
import { type Taken, type Walk, walk } from './choices.ts';
import type { Identity } from './identities.ts';
import { LazyPatient } from './lazy-patient.ts';
import { meaningOf } from './meaning.ts';
import type { Model } from './model.ts';
import { rowsOfTable } from './reading.ts';

export interface Compared {
  readonly model: Model;
  /** For each bench. */
  readonly conditions: readonly (readonly Condition[])[];
  /** For each bench, what counts beside the conditions. */
  readonly bodies?: readonly unknown[];
}

type Visit<T> = (result: T, taken: readonly Taken[]) => 'stop' | void;

export function walkDifferences<T>(
  { model, conditions, bodies = [] }: Compared,
  run: (patient: LazyPatient) => T,
  visit: Visit<T>,
  budget: number,
): Walk {
  const own = conditions.map((each, index) => {
    const { prepared } = model.benches[index]?.screener ?? {};
    return (
      prepared &&
      canonicalJson([bodies[index] ?? null, meaningOf(each, prepared, 'without tables')])
    );
  });
  const whole = (within: Model): Walk =>
    walk((choose) => run(new LazyPatient(choose, within)), visit, budget);
  if (new Set(own).size > 1) return whole(model);
  // The conditions are the same, so only a medicine with other table lines, or a shared condition that changed, counts.
  const affected = model.identities.filter((identity) => isAffected(identity, model));
  const walks =
    affected.length > 0 ? [whole({ ...model, identities: affected, memo: new Map() })] : [];
  for (const id of hiddenIn(model)) {
    const changed = model.nodes.options(id).filter((option) => new Set(option).size > 1);
    if (changed.length === 0) continue;
    const kinds = new Set(changed.map((option) => option.join()));
    walks.push(
      walk((choose) => run(new LazyPatient(choose, model).limitedTo(id, kinds)), visit, budget),
    );
  }
  return {
    complete: walks.every(({ complete }) => complete),
    regions: walks.reduce((sum, { regions }) => sum + regions, 0),
  };
}

/** The hidden answers that any bench reads. */
function hiddenIn({ readings, nodes }: Model): string[] {
  return [...new Set(readings.flatMap(({ definitions }) => [...definitions]))].filter((id) =>
    nodes.has(id),
  );
}

/** Whether the benches recognise it as different things, or have different table lines for it. */
function isAffected({ known }: Identity, { benches, readings }: Model): boolean {
  const seen = benches.map(({ screener: { prepared } }, index) => {
    const medicine = known[index];
    if (!medicine) return '';
    const columns = [...(readings[index]?.columns ?? [])];
    const rows = [...(readings[index]?.tables ?? [])].toSorted().flatMap((table) =>
      rowsOfTable(table, prepared)
        .filter((row) => isLineFor(row, medicine))
        .map(({ values, when }) => [
          table,
          columns.map((name) => values[name] ?? null),
          when ? meaningOf([when], prepared) : null,
        ]),
    );
    const { classes, ingredients, over_the_counter: counter, known: recognition } = medicine;
    return canonicalJson([
      rows,
      [...classes],
      [...ingredients],
      counter,
      recognition.match === 'none',
    ]);
  });
  return new Set(seen).size > 1;
}
