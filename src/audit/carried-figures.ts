/** The figures that a rule decides by, and whether a sentence states one of them. */
import type { PreparedRule, PreparedRules } from '../evaluation/context.ts';
import { type Comparison, isReference, type Test } from '../rules/phrase.ts';
import { testsOf } from '../rules/rule-set.ts';
import type { Instruction } from '../rules/schema/rule.ts';
import type { Question } from '../rules/schema/question.ts';
import { type Duration, formatDuration } from '../time/duration.ts';
import { type Figure, figuresIn, type Measure } from './figures.ts';
import { conditionsIn, readingOf, type Reading, rowsOfTable } from './regions/reading.ts';
import { distinct, resolvedTests } from './regions/resolved-tests.ts';

interface Threshold {
  readonly measure: Measure;
  readonly value: number;
  /** Which side the figure itself belongs to: "less than 9" and "at least 9" put it to what is above. */
  readonly belongs: 'above' | 'below';
  readonly text: string;
  readonly asked: Asked | undefined;
}

type Asked = Pick<Extract<Question, { type: 'number' }>, 'id' | 'unit' | 'also'>;

export interface CarriedFigures {
  readonly thresholds: readonly Threshold[];
  /** Figures in words that the rule stands on: of questions and their choices, of tables, of what it tells people to do. */
  readonly worded: readonly Pick<Figure, 'measure' | 'value'>[];
}

/** `prepared` with the parameters whose figures count. */
export function carriedFigures(rule: PreparedRule, prepared: PreparedRules): CarriedFigures {
  const reading = ownReading(rule, prepared);
  const rows = [...reading.tables].flatMap((id) => rowsOfTable(id, prepared));
  const thresholds = [...reading.tests].flatMap(([fact, tests]) => {
    const question = prepared.questions.get(fact);
    const asked = question?.type === 'number' ? question : undefined;
    return tests
      .flatMap((test) => resolvedTests(test, prepared, rows))
      .flatMap((test) => thresholdOf(test) ?? [])
      .map((threshold) => ({ ...threshold, asked }));
  });
  const { instructions = [] } = rule.body;
  const worded = [...wordsRead(reading, prepared), ...instructions.map(({ text }) => text)];
  return {
    thresholds: distinct(thresholds),
    worded: [
      ...worded.flatMap(figuresIn),
      ...[...countsOf(reading, prepared)].map((value) => ({ measure: 'number' as const, value })),
      ...instructions.flatMap(({ at }) => momentsOf(at, prepared)).map(lengthOf),
    ],
  };
}

/** Without what is asked only to know whether a question applies. */
function ownReading(rule: PreparedRule, prepared: PreparedRules): Reading {
  const reading = readingOf(conditionsIn(rule), prepared);
  const conditions = [
    ...conditionsIn(rule),
    ...[...reading.definitions].flatMap((id) => prepared.definitions.get(id)?.when ?? []),
    ...[...reading.tables].flatMap((id) =>
      rowsOfTable(id, prepared).flatMap(({ when }) => when ?? []),
    ),
  ];
  const facts = new Set(conditions.flatMap((each) => [...testsOf(each)].map(({ fact }) => fact)));
  return { ...reading, tests: new Map([...reading.tests].filter(([fact]) => facts.has(fact))) };
}

export function isCarried(figure: Figure, { thresholds, worded }: CarriedFigures): boolean {
  const { measure, value } = figure;
  return (
    worded.some((each) => each.measure === measure && isSame(each.value, value)) ||
    thresholds.some((threshold) => isEndOf(figure, threshold))
  );
}

/** "14 to 27 days" names the last day below 28; a figure by itself is the threshold. */
function isEndOf(figure: Figure, { measure, value, belongs, asked }: Threshold): boolean {
  const { end, step } = figure;
  if (figure.measure !== measure) return isCountOf(figure, asked) && figure.count === value;
  const beside =
    end === 'last' && belongs === 'above'
      ? -step
      : end === 'first' && belongs === 'below'
        ? step
        : 0;
  if (isSame(figure.value, value + beside)) return true;
  const other = asked?.also?.find(({ unit }) => unit.endsWith(figure.unit ?? '-'));
  if (!other) return false;
  const converted = figure.value * other.multiply + (other.add ?? 0);
  return Math.abs(converted - value) < (step * other.multiply) / 2;
}

/** Whether a number is asked for in a unit of time, as an age in years is. */
function isCountOf({ unit }: Figure, asked: Asked | undefined): boolean {
  if (!asked || unit === undefined) return false;
  return [...asked.id.split(/[._]/), asked.unit].includes(unit);
}

function thresholdOf(test: Test): Omit<Threshold, 'asked'> | undefined {
  if (!('amount' in test) || isReference(test.amount)) return undefined;
  if (typeof test.amount === 'object') {
    const belongs = test.is === 'time' && test.op === 'further' ? 'below' : 'above';
    return { ...lengthOf(test.amount), belongs, text: formatDuration(test.amount) };
  }
  if (test.is === 'time') return undefined;
  const belongs = BELONGS[test.op];
  return { measure: 'number', value: test.amount, belongs, text: String(test.amount) };
}

const BELONGS: Readonly<Record<Comparison, Threshold['belongs']>> = {
  'at-least': 'above',
  'less-than': 'above',
  'at-most': 'below',
  'more-than': 'below',
};

function lengthOf({ count, unit }: Duration): Pick<Figure, 'measure' | 'value'> {
  const [length] = figuresIn(`${count} ${unit}`);
  if (!length) throw new Error(`no length of time: ${count} ${unit}`);
  return length;
}

function momentsOf(at: Instruction['at'], { parameters }: PreparedRules): Duration[] {
  return [at?.before, at?.after].flatMap((by) => {
    const amount = isReference(by) ? parameters.get(by.ref) : by;
    return typeof amount === 'object' ? amount : [];
  });
}

/** What is asked, the choices that are named, and what the tables and their columns say of themselves. */
function wordsRead(
  { tests, tables, columns }: Reading,
  { questions, ruleSet }: PreparedRules,
): string[] {
  const asked = [...tests.keys()].flatMap((fact) => questions.get(fact)?.ask ?? []);
  const named = [...tests.values()]
    .flat()
    .flatMap((test) =>
      'values' in test && !isReference(test.values) ? test.values.map(spaced) : [],
    );
  const told = ruleSet.tables
    .filter(({ id }) => tables.has(id))
    .flatMap((table) => [
      table.title,
      ...Object.entries(table.columns).flatMap(([id, { title }]) => (columns.has(id) ? title : [])),
    ]);
  return [...asked, ...named, ...told];
}

function spaced(word: string | boolean): string {
  return String(word).replaceAll('-', ' ');
}

/** Of how many things a list can consist, and how many medicines are looked at together. */
function* countsOf({ tests, medicines }: Reading, { questions }: PreparedRules): Generator<number> {
  if (medicines > 1) yield medicines;
  for (const fact of tests.keys()) {
    const question = questions.get(fact);
    if (question?.type === 'list')
      yield Object.keys(question.choices).filter((choice) => choice !== 'none').length;
  }
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}
