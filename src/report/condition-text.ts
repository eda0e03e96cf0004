import type { Condition } from '../rules/condition.ts';
import { testText } from '../rules/test-text.ts';

/** How facts are named in sentences: a question by its words, anything else as it stands. */
export type Naming = (fact: string) => string;

const JOINS = {
  all: 'all of these hold:',
  any: 'at least one of these holds:',
  none: 'none of these holds:',
};

/** A condition as an indented list, a line for each test. */
export function conditionLines(condition: Condition, naming: Naming, depth = 0): string[] {
  const pad = '  '.repeat(depth);
  if (condition.kind === 'test') return [`${pad}- ${naming(condition.fact)}: ${testText(condition.test)}`];
  if (condition.kind === 'medicines') {
    const head = condition.atLeast === 1 ? 'there is a medicine with:' : 'there are two medicines, of different ingredients, with:';
    return [`${pad}- ${head}`, ...parts(condition.where).flatMap((part) => conditionLines(part, naming, depth + 1))];
  }
  if (depth === 0 && condition.kind === 'all') return condition.of.flatMap((part) => conditionLines(part, naming, 0));
  return [
    `${pad}- ${JOINS[condition.kind]}`,
    ...condition.of.flatMap((part) => conditionLines(part, naming, depth + 1)),
  ];
}

function parts(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of : [condition];
}
