/** (rule set, medicines, site, intake) -> result. Pure: no clock, no files; the same input gives the same bytes. */
import type { AnswerValue, Intake } from '../intake/answers.ts';
import { isNotTaken } from '../medicines/recognition.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { applySite, type Site } from '../rules/site.ts';
import { compareText } from '../source/compare-text.ts';
import type { Day } from '../time/day.ts';
import { Zone } from '../time/zone.ts';
import { checksOnTheDay } from './checks.ts';
import type { Context, ScreenedMedicine, PreparedRules } from './context.ts';
import { type Earliest, earliestGo } from './earliest.ts';
import { verdictsOf } from './evaluate-rule.ts';
import { findingOf, lackedFacts, notAgreed, lastDoseContradicted } from './findings.ts';
import { canonicalJson } from '../rules/canonical.ts';
import { inOrder, mostRestrictive, mostUrgent } from './finding-order.ts';
import { instructionsOf } from './instructions.ts';
import { medicinePlans } from './medicine-plan.ts';
import { medicineLines } from './medicine-lines.ts';
import { missingRequired } from './missing.ts';
import { prepareRules } from './prepared.ts';
import { preparedByDay } from './prepared-by-day.ts';
import type { Finding, ScreenResult } from './result.ts';
import { namedMedicines, type Recognises, screenedMedicine } from './screened-medicine.ts';

/** Everything that decides, made ready once and used for any number of patients. */
export interface Screener {
  /** All rules; where some are dated, those of a day are in `on`. */
  readonly prepared: PreparedRules;
  /** The rules of a day; none when no rule, line or parameter is dated. */
  readonly on?: (day: Day) => PreparedRules;
  readonly site: Site;
  readonly zone: Zone;
  readonly recogniser: Recognises;
  /** `sha256:…` over the content of all of it. */
  readonly digest: string;
  /** How many of the rules are not signed as they stand: all of them, until signatures were looked for. */
  readonly unsigned: number;
}

export function screener(
  ruleSet: RuleSet,
  recogniser: Recognises,
  site: Site,
  digest: string,
): Screener {
  const all = applySite(ruleSet, site);
  const on = preparedByDay(all);
  return {
    prepared: prepareRules(all),
    ...(on ? { on } : {}),
    site,
    zone: new Zone(site.time_zone),
    recogniser,
    digest,
    unsigned: ruleSet.rules.length,
  };
}

/** The same rules as if every day were the one given. */
export function screenerOn(with_: Screener, day: Day): Screener {
  const { on, ...rest } = with_;
  return on ? { ...rest, prepared: on(day) } : with_;
}

export function screen(intake: Intake, with_: Screener): ScreenResult {
  const context = contextOf(intake, with_);
  const { zone } = with_;
  const verdicts = verdictsOf(context);
  const missing = missingRequired(context);
  const plans = medicinePlans(verdicts, context);
  const findings = inOrder([
    ...missing.findings,
    ...found(verdicts, (verdict) => findingOf(verdict, context)),
    ...found(plans.values(), (plan) => notAgreed(plan, context)),
    ...found(context.medicines, (medicine) => lastDoseContradicted(medicine, context)),
  ]);
  const disposition = mostRestrictive(findings);
  // A question that must still be asked may hold in its own right.
  const isUnasked = missing.facts.some(({ state }) => state === 'not-asked');
  const earliest =
    disposition === 'go' || isUnasked
      ? undefined
      : earliestGo(context, verdicts, with_.site.opening_hours);
  return {
    schema: 'prescreen.result/1',
    id: intake.id,
    disposition,
    urgency: mostUrgent(findings),
    findings,
    instructions: instructionsOf({ verdicts, plans, disposition }, context),
    checks_on_the_day: checksOnTheDay(context, verdicts),
    medicines: medicineLines(context, verdicts),
    missing: [...missing.facts, ...lackedFacts(verdicts, context)],
    earliest_go: earliest ? earliestLine(earliest, zone) : null,
    procedure_at: zone.format(context.procedureAt),
    evaluated_at: zone.format(context.screenedAt),
    time_zone: zone.id,
    ruleset: groundsOf(with_),
  };
}

function found<Each>(all: Iterable<Each>, look: (each: Each) => Finding | undefined): Finding[] {
  const findings: Finding[] = [];
  for (const each of all) {
    const finding = look(each);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** The rules that decide, as every result names them. */
export function groundsOf({
  prepared: { ruleSet },
  site,
  digest,
  unsigned,
}: Screener): ScreenResult['ruleset'] {
  const { id, version, rules } = ruleSet;
  return { id, version, digest, overrides: overridesOf(site), rules: rules.length, unsigned };
}

function earliestLine(
  { at, because, ifNoFurtherDoseOf: paused }: Earliest,
  zone: Zone,
): ScreenResult['earliest_go'] {
  return {
    at: zone.format(at),
    because: [...because],
    ...(paused.length === 0 ? {} : { if_no_further_dose_of: [...paused] }),
  };
}

/** How the procedure is planned: as was answered or, where that was not asked, as the site plans it. */
export function procedurePlan({ answers }: Intake, { procedures }: Site): Map<string, AnswerValue> {
  const type = answers.get('procedure.type');
  const plan = type?.state === 'answered' ? procedures[String(type.value)] : undefined;
  return new Map(
    (['sedation', 'steroid', 'contrast'] as const).map((key) => {
      const answer = answers.get(`procedure.${key}`);
      if (answer?.state === 'answered') return [`procedure.${key}`, answer.value];
      // Asked and not known is the cautious yes; only what was not asked is as the site plans it.
      return [`procedure.${key}`, answer === undefined ? (plan?.[key] ?? true) : true];
    }),
  );
}

/** All that the rules may look at, with the plan of the procedure filled in from the site where it was not given. */
export function contextOf(intake: Intake, with_: Screener): Context {
  const { recogniser, site, zone } = with_;
  const screenedDay = zone.dayOf(intake.screened_at);
  const answers = new Map(intake.answers);
  for (const [fact, value] of procedurePlan(intake, site)) {
    answers.set(fact, { state: 'answered', value });
  }
  // In an order of their own, so that the order in which they were told cannot change a result.
  const medicines = intake.medicines
    .toSorted(
      (a, b) =>
        compareText(a.name, b.name) ||
        compareText(canonicalJson({ ...a, index: 0 }), canonicalJson({ ...b, index: 0 })),
    )
    .flatMap((given) => namedMedicines(given, recogniser))
    .map((named, position) =>
      screenedMedicine(named, position, recogniser, { zone, screenedAt: intake.screened_at }),
    );
  return {
    prepared: with_.on ? with_.on(screenedDay) : with_.prepared,
    intake: { ...intake, answers },
    zone,
    procedureAt: intake.procedure_at,
    procedureDay: zone.dayOf(intake.procedure_at),
    screenedAt: intake.screened_at,
    screenedDay,
    medicines: medicines.filter(isListed),
    notTaken: medicines.filter((medicine) => !isListed(medicine)),
    continued: new Set(),
    decided: new Map(),
  };
}

/** Whether it is, or was, taken: not when it is only denied or named as an allergy, and no dose of it was told. */
function isListed({ known: { status }, given }: ScreenedMedicine): boolean {
  if (!isNotTaken(status)) return true;
  return given.last_taken !== undefined || given.still_taking === true;
}

function overridesOf({ overrides }: Site): ScreenResult['ruleset']['overrides'] {
  return overrides.map(({ parameter, value, shipped, reason, by, on }) => ({
    parameter,
    value,
    shipped,
    reason,
    by,
    on,
  }));
}
