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
  if (condition.kind === 'test')
    return [`${pad}- ${naming(condition.fact)}: ${testText(condition.test)}`];
  if (condition.kind === 'medicines') {
    const head =
      condition.atLeast === 1
        ? 'there is a medicine with:'
        : 'there are two medicines, of different ingredients, with:';
    return [
      `${pad}- ${head}`,
      ...parts(condition.where).flatMap((part) => conditionLines(part, naming, depth + 1)),
    ];
  }
  if (depth === 0 && condition.kind === 'all')
    return condition.of.flatMap((part) => conditionLines(part, naming, 0));
  return [
    `${pad}- ${JOINS[condition.kind]}`,
    ...condition.of.flatMap((part) => conditionLines(part, naming, depth + 1)),
  ];
}

const JOINED = { all: ' and ', any: ' or ', none: ' or ' };

/** A condition in one line. */
export function conditionText(condition: Condition): string {
  if (condition.kind === 'test') return `${condition.fact}: ${testText(condition.test)}`;
  if (condition.kind === 'medicines') {
    return `${condition.atLeast === 1 ? 'a medicine has' : 'two medicines have'} (${conditionText(condition.where)})`;
  }
  const joined = condition.of
    .map((part) => (part.kind === 'test' ? conditionText(part) : `(${conditionText(part)})`))
    .join(JOINED[condition.kind]);
  return condition.kind === 'none' ? `not (${joined})` : joined;
}

function parts(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of : [condition];
}
