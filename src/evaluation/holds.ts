/** What the rules ask of a medicine before each procedure, found by evaluating them: there is no second list. */
import type { Answer } from '../intake/answers.ts';
import type { Evidence } from '../rules/schema/common.ts';
import { continuing } from './context.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { contextOf, type Screener } from './screen.ts';

/** One demand of one rule on a medicine that is still taken. */
export interface Hold {
  readonly procedure: string;
  /** `raised` for a patient who bleeds more easily. */
  readonly risk: 'standard' | 'raised';
  readonly rule: string;
  readonly disposition: 'contact-physician' | 'hold';
  /** How long before the procedure the last dose has to be: "72 hours"; null where no wait satisfies the rule. */
  readonly last_dose: string | null;
  readonly sources: readonly string[];
  readonly evidence: Evidence;
}

/** An age that is beyond any threshold, and one that is below. */
const AGES = { standard: 40, raised: 119 } as const;
const PROCEDURE_AT = Date.parse('2000-01-12T20:00Z');
const WEEKS_AHEAD = 26;

export function holdsOf(name: string, screener: Screener): Hold[] {
  const type = screener.prepared.questions.get('procedure.type');
  const procedures = type && 'choices' in type ? Object.keys(type.choices) : [];
  return procedures.flatMap((procedure) =>
    (['standard', 'raised'] as const).flatMap((risk) => holdsFor(name, { procedure, risk }, screener)),
  );
}

function holdsFor(
  name: string,
  { procedure, risk }: Pick<Hold, 'procedure' | 'risk'>,
  screener: Screener,
): Hold[] {
  const answers = new Map<string, Answer>([
    ['procedure.type', { state: 'answered', value: procedure }],
    ['patient.age_years', { state: 'answered', value: AGES[risk] }],
  ]);
  const context = contextOf(
    {
      id: 'drugs',
      procedure_at: PROCEDURE_AT,
      screened_at: PROCEDURE_AT - WEEKS_AHEAD * 7 * 86_400_000,
      answers,
      medicines: [{ list: 'medications', index: 0, name, still_taking: true }],
    },
    screener,
  );
  const medicine = context.medicines[0];
  if (!medicine) return [];
  return context.prepared.rules.flatMap((rule) =>
    evaluateRule(rule, continuing(context, [medicine])).flatMap((verdict): Hold[] => {
      const { outcome, id, sources, evidence } = rule.body;
      if (verdict.status !== 'fired' || !verdict.medicine || outcome === 'go') return [];
      const cited = [...sources, ...(verdict.row?.sources ?? [])].map((source) => source.id);
      return [
        {
          procedure,
          risk,
          rule: id,
          disposition: outcome,
          last_dose: waitOf(verdict.because),
          sources: [...new Set(cited)],
          evidence: verdict.row?.evidence ?? evidence,
        },
      ];
    }),
  );
}

function waitOf(because: Readonly<Record<string, unknown>>): string | null {
  for (const unit of ['hours', 'days', 'weeks', 'months']) {
    const needed = because[`${unit}_needed`];
    if (typeof needed === 'number') return `${needed} ${unit}`;
  }
  return null;
}
