import type { Truth } from '../logic/truth.ts';
import type { Intake, IntakeMedicine } from '../intake/answers.ts';
import type { Recognition } from '../medicines/recognition.ts';
import type { RuleBody, RuleSet, TableRow } from '../rules/rule-set.ts';
import type { Condition } from '../rules/condition.ts';
import type { Day } from '../time/day.ts';
import type { Instant, Zone } from '../time/zone.ts';
import type { Names } from './names.ts';
import type { WrittenLastDose } from './written-last-dose.ts';

/** A medicine as it was given, with what the formulary knows of it. */
export interface ScreenedMedicine {
  /** Its place among all medicines of the intake, both lists together. */
  readonly position: number;
  readonly given: IntakeMedicine;
  readonly known: Recognition;
  /** Where the words of the entry tell of a last dose. */
  readonly written?: WrittenLastDose;
  readonly classes: ReadonlySet<string>;
  readonly ingredients: ReadonlySet<string>;
  readonly over_the_counter: boolean;
  readonly route: string | undefined;
  readonly regimen: string | undefined;
  readonly form: string | undefined;
  /** International units in one dose, where the dose is written in units. */
  readonly dose_units: number | undefined;
  /** Milligrams in one dose, where it is written in them. */
  readonly dose_mg: number | undefined;
  readonly frequency: string | undefined;
}

/** One patient before one procedure: all that a condition can look at. */
export interface Context {
  readonly prepared: PreparedRules;
  readonly intake: Intake;
  readonly zone: Zone;
  readonly procedureAt: Instant;
  readonly procedureDay: Day;
  readonly screenedAt: Instant;
  readonly screenedDay: Day;
  readonly medicines: readonly ScreenedMedicine[];
  /** Entries that say themselves that the medicine is not taken: "denies NSAIDs", "allergic to it". */
  readonly notTaken?: readonly ScreenedMedicine[];
  /** The medicines that are judged as if they were taken until the procedure, by position. */
  readonly continued: ReadonlySet<number>;
  /** Definitions already decided, under this context. */
  readonly decided: Map<string, Truth>;
}

/** What a condition is about beside the patient: one medicine, and the line of a table that it was found in. */
export interface Scope {
  readonly medicine?: ScreenedMedicine;
  readonly row?: TableRow;
  /** Optional answers that the rule at hand cannot do without. */
  readonly needs: ReadonlySet<string>;
}

/**
 * How to take an answer that is missing without the rule saying that it needs it (a missing required answer is a
 * finding of its own): left open, or as the answer that keeps the condition from holding.
 */
export type Quiet = 'open' | 'favourable' | 'unfavourable';

/** A condition made into a function once, so that deciding it for a patient looks nothing up by name. */
export type Decider = (context: Context, scope: Scope, quiet: Quiet) => Truth;

/** The table lines with which a condition is to be tried for a medicine; undefined for once without a line. */
export type LinesFor = (
  condition: Condition,
  medicine: ScreenedMedicine,
  context: Context,
) => readonly (TableRow | undefined)[];

/** Rules by their places, a bit each. */
export type RuleMask = Uint32Array;

/** A rule with its conditions joined, and the table whose lines it goes through. */
export interface PreparedRule {
  readonly body: RuleBody;
  readonly condition: Condition;
  readonly needs: ReadonlySet<string>;
  /** Whether it asks how long ago the last dose was, so that pausing a medicine can clear it. */
  readonly asksLastDose: boolean;
  /** Whether it asks itself how long ago that was. */
  readonly isWindow: boolean;
  /** Of each list that it looks into, the values that it looks for. */
  readonly sought: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A rule set with the look-ups that evaluation needs, made once. */
export interface PreparedRules extends Names {
  readonly ruleSet: RuleSet;
  readonly rules: readonly PreparedRule[];
  /** For each question, the rules that read it, directly or through a definition. */
  readonly readers: ReadonlyMap<string, readonly string[]>;
  readonly deciderOf: (condition: Condition) => Decider;
  readonly linesFor: LinesFor;
  /** The rules that some answer rules out by itself. */
  readonly ruledOut: (context: Context) => RuleMask;
}

/** Whether the answers were given on the calendar day of the procedure. */
export function isOnTheDay({ screenedDay, procedureDay }: Context): boolean {
  return screenedDay === procedureDay;
}

/** The same patient, taking these medicines until the procedure. */
export function continuing(context: Context, medicines: readonly ScreenedMedicine[]): Context {
  const continued = new Set(medicines.map(({ position }) => position));
  return { ...context, continued, decided: new Map() };
}

/** The same patient, at another hour of the procedure. */
export function movedTo(context: Context, procedureAt: Instant): Context {
  return {
    ...context,
    procedureAt,
    procedureDay: context.zone.dayOf(procedureAt),
    decided: new Map(),
  };
}
