import type { PreparedRules } from '../../evaluation/context.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Question } from '../../rules/schema/question.ts';
import { readingOf } from './reading.ts';

/** Everything that the conditions hang on, as a text: equal texts, equal truth for every patient. */
export function meaningOf(
  conditions: readonly Condition[],
  prepared: PreparedRules,
  tables: 'with tables' | 'without tables' = 'with tables',
): string {
  const reading = readingOf(conditions, prepared);
  const pick = (ids: Iterable<string>, from: ReadonlyMap<string, unknown>): unknown =>
    Object.fromEntries(
      [...ids].toSorted().flatMap((id) => (from.has(id) ? [[id, from.get(id)]] : [])),
    );
  const columns = [...reading.columns];
  return canonicalJson({
    conditions,
    definitions: [...reading.definitions]
      .toSorted()
      .map((id) => prepared.definitions.get(id)?.when),
    parameters: pick(reading.parameters, prepared.parameters),
    lookups: pick(reading.lookups, prepared.lookups),
    questions: [...reading.tests.keys()].toSorted().flatMap((id) => {
      const question = prepared.questions.get(id);
      return question ? [[id, answersOf(question)]] : [];
    }),
    tables: (tables === 'with tables' ? [...reading.tables] : []).toSorted().map((id) => [
      id,
      (prepared.ruleSet.tables.find((table) => table.id === id)?.rows ?? []).map(
        ({ drug, class: of, when, values }) => ({
          drug,
          of,
          when,
          values: Object.fromEntries(
            columns.flatMap((name) => (name in values ? [[name, values[name]]] : [])),
          ),
        }),
      ),
    ]),
  });
}

/** What of a question bears on its answers: the words do not. */
function answersOf(question: Question): unknown {
  const { id, type, when } = question;
  const shape = 'choices' in question ? Object.keys(question.choices).toSorted() : undefined;
  const range = question.type === 'number' ? [question.between, question.whole] : undefined;
  return {
    id,
    type,
    when,
    shape,
    range,
    direction: 'direction' in question ? question.direction : undefined,
  };
}
