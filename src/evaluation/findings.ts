import type { RuleBody, TableRow } from '../rules/rule-set.ts';
import type { Lack } from './basis.ts';
import type { Context, ScreenedMedicine } from './context.ts';
import type { CannotTell, Fired, Verdict } from './evaluate-rule.ts';
import { fill, medicineName } from './message.ts';
import type { MedicinePlan } from './medicine-plan.ts';
import type { Finding, MissingFact } from './result.ts';

/** What a verdict says to people; nothing when the rule does not stand in the way. */
export function findingOf(verdict: Verdict, context: Context): Finding | undefined {
  switch (verdict.status) {
    case 'fired':
      return firedFinding(verdict, context);
    case 'cannot-tell':
      return undecidedFinding(verdict, context);
    case 'cleared':
      return undefined;
  }
}

function firedFinding(verdict: Fired, context: Context): Finding | undefined {
  const { rule, medicine, row } = verdict;
  const { body } = rule;
  if (body.message === undefined) return undefined;
  const { because } = verdict;
  const disagreement = row?.disagreement ?? body.disagreement;
  const clearsAt = body.outcome === 'go' ? undefined : verdict.clearsAt;
  return {
    rule: body.id,
    disposition: body.outcome,
    urgency: body.urgency,
    subject: subjectOf(verdict),
    message: fill(body.message, verdict, context),
    because: medicine ? { medicine: medicineName(medicine), ...because } : because,
    ...(body.action === undefined ? {} : { action: fill(body.action, verdict, context) }),
    sources: citedBy(body, row),
    evidence: row?.evidence ?? body.evidence,
    ...(disagreement === undefined ? {} : { disagreement }),
    ...(clearsAt === undefined ? {} : { clears_at: context.zone.format(clearsAt) }),
  };
}

function undecidedFinding(verdict: CannotTell, context: Context): Finding {
  const { medicine, lacks, row } = verdict;
  const { body } = verdict.rule;
  const { wording } = context.prepared.ruleSet;
  const words = { lacks: lacking(lacks).join(', '), rule: body.title };
  return {
    rule: body.id,
    disposition: 'contact-physician',
    urgency: body.urgency === 'emergency' ? 'same-day' : body.urgency,
    subject: subjectOf(verdict),
    message: fill(wording.cannot_tell, medicine ? { words, medicine } : { words }, context),
    because: Object.fromEntries(lacks.map((lack) => [pathOf(lack), 'not known'])),
    sources: citedBy(body, row),
    evidence: row?.evidence ?? body.evidence,
  };
}

function subjectOf({ rule, medicine }: Verdict): string {
  return medicine
    ? (medicine.known.generic ?? medicine.given.name)
    : (rule.body.subject ?? rule.body.id);
}

/** The publications behind a finding: those of the rule, then those of the table line. */
function citedBy({ sources }: RuleBody, row: TableRow | undefined): string[] {
  const own = sources.map(({ id }) => id);
  return row ? [...new Set([...own, ...row.sources.map(({ id }) => id)])] : own;
}

/** A prescribed medicine would have to be paused, and nobody who may has agreed: without that there is no go. */
export function notAgreed(
  { kind, medicine, verdict }: MedicinePlan,
  context: Context,
): Finding | undefined {
  if (kind !== 'not-agreed') return undefined;
  const { wording } = context.prepared.ruleSet;
  const { rule, row } = verdict;
  return {
    rule: 'medicines.pause-not-agreed',
    disposition: 'contact-physician',
    urgency: 'routine',
    subject: medicine.known.generic ?? medicine.given.name,
    message: fill(wording.not_agreed, { medicine }, context),
    because: {
      medicine: medicineName(medicine),
      prescriber_agrees: false,
      needed_by: rule.body.id,
    },
    action: fill(wording.ask_prescriber, { medicine }, context),
    sources: citedBy(rule.body, row),
    evidence: row?.evidence ?? rule.body.evidence,
  };
}

/** Two last doses are told of one medicine. The one in its own field counts; somebody has to find out which is right. */
export function lastDoseContradicted(
  medicine: ScreenedMedicine,
  context: Context,
): Finding | undefined {
  const { written, known, given } = medicine;
  if (written?.is !== 'contradicted' || given.last_taken === undefined) return undefined;
  const { wording } = context.prepared.ruleSet;
  return {
    rule: 'medicines.last-dose-contradicted',
    disposition: 'contact-physician',
    urgency: 'routine',
    subject: known.generic ?? given.name,
    message: fill(
      wording.last_dose_contradicted,
      { medicine, words: { written: written.words } },
      context,
    ),
    because: {
      medicine: medicineName(medicine),
      last_taken: context.zone.format(given.last_taken),
      written: written.words,
    },
    action: fill(wording.ask_last_dose, { medicine }, context),
    sources: [],
    evidence: 'clinic-policy',
  };
}

/** The missing facts behind undecided verdicts, each with the rules that need it. */
export function lackedFacts(verdicts: readonly Verdict[], context: Context): MissingFact[] {
  const facts = new Map<string, MissingFact>();
  for (const verdict of verdicts) {
    if (verdict.status !== 'cannot-tell') continue;
    for (const lack of verdict.lacks) {
      const fact = pathOf(lack);
      const state = context.intake.answers.get(lack.fact)?.state ?? 'not-asked';
      const known = facts.get(fact);
      facts.set(fact, {
        fact,
        state: state === 'answered' ? 'unknown' : lack.medicine ? 'unknown' : state,
        needed_by: [...new Set([...(known?.needed_by ?? []), verdict.rule.body.id])].toSorted(),
        text: context.prepared.questions.get(lack.fact)?.ask ?? `${lackWords(lack)}?`,
      });
    }
  }
  return [...facts.values()];
}

function lacking(lacks: readonly Lack[]): string[] {
  return [...new Set(lacks.map(lackWords))];
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  last_taken: 'when {m} was last taken',
  still_taking: 'whether {m} is still taken',
  taken_for: 'what {m} is taken for',
  route: 'how {m} is given',
  regimen: 'the regimen of {m}',
  form: 'the form of {m}',
  dose_units: 'the dose of {m}',
  dose_mg: 'the dose of {m}',
  frequency: 'how often {m} is taken',
};

function lackWords({ fact, medicine }: Lack): string {
  if (!medicine) return fact;
  const { known, given, written } = medicine;
  const words = (FIELD_WORDS[fact] ?? fact).replace('{m}', known.generic ?? given.name);
  const isUnclear = fact === 'last_taken' && written?.is === 'unclear';
  return isUnclear ? `${words} ("${written.words}" may mean several days)` : words;
}

function pathOf({ fact, medicine }: Lack): string {
  return medicine ? `medications[${medicine.known.generic ?? medicine.given.name}].${fact}` : fact;
}
