/** Runs the examples of the rules and the whole-patient cases; each one is a test. */
import { contextOf, screen, type Screener } from '../evaluation/screen.ts';
import type { ScreenResult } from '../evaluation/result.ts';
import type { CompiledRules, Declared, RuleExample } from '../rules/compile.ts';
import type { ScreenCase } from '../rules/schema/rule-file.ts';
import { formatPlace, type Span } from '../source/diagnostic.ts';
import { intakeOf } from './trials.ts';
import { verdictWord } from './verdict-word.ts';

export interface TestOutcome {
  readonly name: string;
  readonly place: string;
  /** What went otherwise than expected; undefined when nothing did. */
  readonly failure: string | undefined;
}

/** The outcomes of all examples and cases, in the order of the files. */
export function runExamples(rules: CompiledRules, screener: Screener): TestOutcome[] {
  return [
    ...rules.examples.map((example) => runExample(example, rules, screener)),
    ...rules.cases.map((each) => runCase(each, rules, screener)),
  ];
}

function runExample(
  { rule: id, example, span }: RuleExample,
  rules: CompiledRules,
  screener: Screener,
): TestOutcome {
  const outcome = (failure: string | undefined): TestOutcome =>
    named(`${id}: ${example.name}`, span, failure);
  const intake = intakeOf(example.given, undefined, rules, screener);
  if (typeof intake === 'string') return outcome(intake);
  const rule = screener.prepared.rules.find(({ body }) => body.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const found = verdictWord(rule, contextOf(intake, screener));
  return outcome(
    found === example.expect ? undefined : `expected: ${example.expect}; found: ${found}`,
  );
}

function runCase(
  { value, span }: Declared<ScreenCase>,
  rules: CompiledRules,
  screener: Screener,
): TestOutcome {
  const outcome = (failure: string | undefined): TestOutcome =>
    named(`case: ${value.name}`, span, failure);
  const intake = intakeOf(value.given, value.as_of, rules, screener);
  if (typeof intake === 'string') return outcome(intake);
  return outcome(caseFailure(value.expect, screen(intake, screener)));
}

function caseFailure(expect: ScreenCase['expect'], result: ScreenResult): string | undefined {
  const rules = [
    ...new Set(
      result.findings.filter(({ disposition }) => disposition !== 'go').map(({ rule }) => rule),
    ),
  ];
  const found = {
    disposition: result.disposition,
    urgency: result.urgency,
    rules: rules.toSorted().join(', '),
    earliest_go: result.earliest_go?.at ?? null,
  };
  const expected = { ...expect, rules: expect.rules?.toSorted().join(', ') };
  const keys = ['disposition', 'urgency', 'rules', 'earliest_go'] as const;
  const wrong = keys.filter((key) => expected[key] !== undefined && expected[key] !== found[key]);
  if (wrong.length === 0) return undefined;
  return wrong.map((key) => `${key} expected: ${expected[key]}; found: ${found[key]}`).join('; ');
}

function named(name: string, span: Span, failure: string | undefined): TestOutcome {
  return { name, place: formatPlace(span), failure };
}
