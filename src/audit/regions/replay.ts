/** Puts a region that was written down to the real evaluation, and holds what the walk said of it against that. */
import type { Context, PreparedRule } from '../../evaluation/context.ts';
import { evaluateRule, type Verdict } from '../../evaluation/evaluate-rule.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { contextOf, screen } from '../../evaluation/screen.ts';
import { readIntake } from '../../intake/read-intake.ts';
import type { Intake } from '../../intake/answers.ts';
import type { Bench } from './bench.ts';
import type { Taken } from './choices.ts';
import { isSame, QUIET, type Standing, whenFired, whenOpen } from './standing.ts';
import { hiddenIn } from './taken.ts';
import type { Raw, Written } from './written.ts';

/** The answers laid over the healthy patient, of the questions that the rules have; undefined when no patient gives them. */
export function intakeWith(answers: Raw, { screener, healthy }: Bench): Intake | undefined {
  const { prepared, zone } = screener;
  const known = Object.fromEntries(
    Object.entries({ id: 'WITNESS', ...healthy, ...answers }).filter(([fact]) =>
      prepared.questions.has(fact),
    ),
  );
  const reading = readIntake(known, prepared.ruleSet, { zone, asOf: undefined, now: 0 });
  return reading.ok ? reading.intake : undefined;
}

/** As the real evaluation sees the patient. */
export function contextWith(answers: Raw, bench: Bench): Context | undefined {
  const intake = intakeWith(answers, bench);
  return intake && contextOf(intake, bench.screener);
}

/** What the real evaluation says of the patient. */
export function resultOf(answers: Raw, bench: Bench): ScreenResult | undefined {
  const intake = intakeWith(answers, bench);
  return intake && screen(intake, bench.screener);
}

/** The answers of a patient in the keys of an intake. */
export function answersOf({ answers, medicines }: Written): Raw {
  return medicines.length === 0 ? answers : { ...answers, medications: medicines };
}

/** Those that the healthy patient would give otherwise. */
export function unlikeHealthy(answers: Raw, { healthy }: Bench): Raw {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([fact, value]) => plain(healthy[fact] ?? null) !== plain(value),
    ),
  );
}

function plain(value: unknown): string {
  return JSON.stringify(value === 'yes' ? true : value === 'no' ? false : value);
}

/** Whether a walk looked at all that the evaluation looks at: nothing was hidden, and all medicines are its own. */
export function isWhole(taken: readonly Taken[], { healthy }: Bench): boolean {
  const takes = (list: string): boolean => Array.isArray(healthy[list]) && healthy[list].length > 0;
  return hiddenIn(taken).length === 0 && !takes('medications') && !takes('supplements');
}

/** The standing of a rule towards the patient as the real evaluation has it; a medicine too many is left out. */
export function realStanding(rule: PreparedRule, context: Context): Standing {
  return standingOfAll(evaluateRule(rule, context));
}

/** The standing of a rule in each of two sets, towards the first medicine of which they say different things if any. */
export function standingsApart(
  verdicts: readonly [readonly Verdict[], readonly Verdict[]],
): readonly [Standing, Standing] {
  const positions = new Set(verdicts.flat().map(({ medicine }) => medicine?.position));
  const towards = (position: number | undefined): readonly [Standing, Standing] => {
    const [was, is] = verdicts.map((all) =>
      standingOfAll(all.filter(({ medicine }) => medicine?.position === position)),
    );
    return [was ?? QUIET, is ?? QUIET];
  };
  const apart = [...positions].map(towards).find(([was, is]) => !isSame(was, is));
  return apart ?? [standingOfAll(verdicts[0]), standingOfAll(verdicts[1])];
}

function standingOfAll(verdicts: readonly Verdict[]): Standing {
  const [first] = verdicts.toSorted((a, b) => ORDER[a.status] - ORDER[b.status]);
  return first ? standingIn(first) : QUIET;
}

/** Every verdict of a rule on the patient, as a text: equal texts, equal findings. */
export function verdictsText(rule: PreparedRule, context: Context): string {
  const { outcome, urgency } = rule.body;
  return evaluateRule(rule, context)
    .map(({ status, medicine }) => `${status} ${medicine?.position ?? ''} ${outcome} ${urgency}`)
    .join();
}

const ORDER: Readonly<Record<Verdict['status'], number>> = {
  fired: 0,
  'cannot-tell': 1,
  cleared: 2,
};

function standingIn({ status, rule }: Verdict): Standing {
  switch (status) {
    case 'fired':
      return whenFired(rule);
    case 'cannot-tell':
      return whenOpen(rule);
    case 'cleared':
      return { ...QUIET, is: 'would-fire' };
  }
}

/** The walk and the real evaluation disagree about a patient of whom the walk knew everything: a fault of the engine. */
export function disagreement(about: string, answers: Raw): Error {
  return new Error(
    `the proof and the evaluation disagree about ${about}: ${JSON.stringify(answers)}`,
  );
}
