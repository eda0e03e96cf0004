/** Runs the examples of the rules and the whole-patient cases; each one is a test. */
import type { Screener } from '../evaluation/screen.ts';
import type { CompiledRules } from '../rules/compile.ts';
import { formatPlace } from '../source/diagnostic.ts';
import { failureOf, titleOf } from './expectation.ts';
import { readTrials } from './trials.ts';

export interface TestOutcome {
  readonly name: string;
  readonly place: string;
  /** What went otherwise than expected; undefined when nothing did. */
  readonly failure: string | undefined;
}

/** The outcomes of all examples and cases, in the order of the files. */
export function runExamples(rules: CompiledRules, screener: Screener): TestOutcome[] {
  return readTrials(rules, screener).map((read) => ({
    name: titleOf(read),
    place: formatPlace(read.span),
    failure: 'fault' in read ? read.fault : failureOf(read, screener),
  }));
}
