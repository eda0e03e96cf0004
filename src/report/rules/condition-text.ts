import type { Condition } from '../../rules/condition.ts';
import { testText } from '../../rules/test-text.ts';

/** How facts are named in sentences: a question by its words, anything else as it stands. */
export type Naming = (fact: string) => string;

const JOINS = {
  all: 'all of these hold:',
  any: 'at least one of these holds:',
  none: 'none of these holds:',
};

/** A line of a condition, with the lines that it joins. */
export interface Branch {
  /** What is tested, where the line is a test; its words stand in `text`. */
  readonly fact?: string;
  readonly text: string;
  readonly below: readonly Branch[];
}

/** A condition as a list, an entry for each test. */
export function conditionTree(condition: Condition): Branch[] {
  return condition.kind === 'all' ? condition.of.map(branchOf) : [branchOf(condition)];
}

function branchOf(condition: Condition): Branch {
  if (condition.kind === 'test')
    return { fact: condition.fact, text: testText(condition.test), below: [] };
  if (condition.kind !== 'medicines')
    return { text: JOINS[condition.kind], below: condition.of.map(branchOf) };
  const text =
    condition.atLeast === 1
      ? 'there is a medicine with:'
      : 'there are two medicines, of different ingredients, with:';
  return { text, below: parts(condition.where).map(branchOf) };
}

/** A condition as an indented list, a line for each test. */
export function conditionLines(condition: Condition, naming: Naming): string[] {
  const lines = ({ fact, text, below }: Branch, depth: number): string[] => [
    `${'  '.repeat(depth)}- ${fact === undefined ? '' : `${naming(fact)}: `}${text}`,
    ...below.flatMap((each) => lines(each, depth + 1)),
  ];
  return conditionTree(condition).flatMap((each) => lines(each, 0));
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
