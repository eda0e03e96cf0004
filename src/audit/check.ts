import type { LoadedRules } from '../rules/load.ts';
import type { Diagnostic, Severity, Span } from '../source/diagnostic.ts';
import type { Day } from '../time/day.ts';
import { type Bench, healthyFaults } from './regions/bench.ts';

/** What a check looks at. */
export interface Audited {
  readonly rules: LoadedRules;
  readonly today: Day;
  /** The rules in force at the clinic, for what is proved of them. */
  readonly bench: Bench;
}

/** What a check found, before it is given the check's code. */
export interface Fault {
  readonly message: string;
  readonly span: Span;
  readonly help?: string;
}

/** One defect that rules can have: a file, a test and a page of explanation each. */
export interface Check {
  /** Also the name of its file. */
  readonly code: string;
  readonly severity: Severity;
  /** What it finds, why that matters and what to do, for `rules explain`. */
  readonly explanation: string;
  readonly run: (audited: Audited) => Iterable<Fault>;
}

/** The faults that a check finds, as diagnostics. */
export function runCheck({ code, severity, run }: Check, audited: Audited): Diagnostic[] {
  return [...run(audited)].map((fault) => ({ code, severity, ...fault }));
}

/** Whether the healthy patient is one, from whom all others are made: without, nothing can be tried. */
export function canBeTried({ bench }: Audited): boolean {
  return healthyFaults(bench).length === 0;
}

/** Where something was declared: `rules:fasting.solid-food`. */
export function placeOf({ rules }: Audited, key: string): Span {
  const span = rules.spans.get(key);
  if (!span) throw new Error(`nothing is declared as ${key}`);
  return span;
}
