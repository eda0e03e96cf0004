/** What the rules ask of a medicine before each procedure, found by evaluating them: there is no second list. */
import type { Answer } from '../intake/answers.ts';
import type { Condition } from '../rules/condition.ts';
import { REGIMENS } from '../medicines/ways-of-taking.ts';
import { isReference } from '../rules/phrase.ts';
import {
  conditionsOf,
  ROW_PREFIX,
  type RuleSet,
  type TableRow,
  testsOf,
} from '../rules/rule-set.ts';
import type { Evidence } from '../rules/schema/common.ts';
import { readBack } from '../time/parse-time.ts';
import { continuing } from './context.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { contextOf, type Screener } from './screen.ts';

/** One demand of one rule on a medicine that is still taken. */
export interface Hold {
  readonly procedure: string;
  /** `raised` for a patient who bleeds more easily. */
  readonly risk: 'standard' | 'raised';
  /** What it has to be taken for, where that makes the difference. */
  readonly taken_for?: string;
  /** How it has to be taken, where that makes the difference and its name does not tell. */
  readonly regimen?: string;
  readonly rule: string;
  readonly disposition: 'contact-physician' | 'hold';
  /** How long before the procedure the last dose has to be: "72 hours", "1 day"; null where no wait satisfies the rule. */
  readonly last_dose: string | null;
  readonly sources: readonly string[];
  readonly evidence: Evidence;
}

/** An age that is beyond any threshold, and one that is below. */
const AGES = { standard: 40, raised: 119 } as const;
const PROCEDURE_AT = readBack('2000-01-12T20:00Z');
const WEEKS_AHEAD = 26;
/** What "not on the day of the procedure" comes to. */
const DAY_BEFORE = '1 day';

export function holdsOf(name: string, screener: Screener): Hold[] {
  const type = screener.prepared.questions.get('procedure.type');
  const procedures = type && 'choices' in type ? Object.keys(type.choices) : [];
  const holds = new Map<string, Hold>();
  for (const procedure of procedures) {
    for (const risk of ['standard', 'raised'] as const) {
      for (const told of TOLD) {
        for (const hold of holdsFor(name, { procedure, risk, ...told }, screener)) {
          const key = [procedure, risk, hold.rule, hold.last_dose].join(' ');
          if (!holds.has(key)) holds.set(key, hold);
        }
      }
    }
  }
  return [...holds.values()];
}

/** What may be told of a medicine that changes its holds; nothing first, as the others only add to that. */
const TOLD: readonly Pick<Hold, 'taken_for' | 'regimen'>[] = [
  {},
  { taken_for: 'primary-prevention' },
  ...REGIMENS.map((regimen) => ({ regimen })),
];

function holdsFor(
  name: string,
  situation: Pick<Hold, 'procedure' | 'risk' | 'taken_for' | 'regimen'>,
  screener: Screener,
): Hold[] {
  const { procedure, risk, ...told } = situation;
  const answers = new Map<string, Answer>([
    ...nothingElse(screener.prepared.ruleSet),
    ['procedure.type', { state: 'answered', value: procedure }],
    ['patient.age_years', { state: 'answered', value: AGES[risk] }],
  ]);
  const context = contextOf(
    {
      id: 'drugs',
      procedure_at: PROCEDURE_AT,
      screened_at: PROCEDURE_AT - WEEKS_AHEAD * 7 * 86_400_000,
      answers,
      medicines: [{ list: 'medications', index: 0, name, still_taking: true, ...told }],
    },
    screener,
  );
  const medicine = context.medicines[0];
  if (!medicine) return [];
  return context.prepared.rules.flatMap((rule) =>
    evaluateRule(rule, continuing(context, [medicine])).flatMap((verdict): Hold[] => {
      const { outcome, id, sources, evidence } = rule.body;
      if (verdict.status !== 'fired' || !verdict.medicine || outcome === 'go') return [];
      // What only follows from the reason that was tried says nothing of the medicine.
      if (told.taken_for !== undefined && !rule.asksLastDose) return [];
      const cited = [...sources, ...(verdict.row?.sources ?? [])].map((source) => source.id);
      return [
        {
          ...situation,
          rule: id,
          disposition: outcome,
          last_dose: waitOf(verdict.because) ?? ('when' in verdict.because ? DAY_BEFORE : null),
          sources: [...new Set(cited)],
          evidence: verdict.row?.evidence ?? evidence,
        },
      ];
    }),
  );
}

/** A patient of whom nothing is told that raises the risk: every list of troubles answered with none. */
function nothingElse({ questions }: RuleSet): [string, Answer][] {
  return questions
    .filter((question) => question.type === 'list' && 'none' in question.choices)
    .map(({ id }) => [id, { state: 'answered', value: ['none'] }]);
}

/** The rules that name the medicine, by class, ingredient or table: also those that need another medicine beside it. */
export function rulesAbout(
  name: string,
  screener: Pick<Screener, 'prepared' | 'recogniser'>,
): string[] {
  const { ingredients, classes } = screener.recogniser.recognise(name);
  const lines = tableLinesOf(name, screener);
  const named: Named = {
    class: new Set(classes),
    ingredient: new Set(ingredients.map((each) => each.name)),
    in_table: new Set(lines.map(({ table }) => table)),
  };
  return screener.prepared.ruleSet.rules
    .filter((rule) => {
      const tests = [...conditionsOf(rule)].flatMap((condition) => [...testsOf(condition)]);
      return (
        tests.some((test) => names(test, named)) &&
        !tests.some((test) => excludes(test, named, lines))
      );
    })
    .map(({ id }) => id);
}

type Named = Readonly<Record<string, ReadonlySet<string>>>;
type FactTest = Pick<Extract<Condition, { kind: 'test' }>, 'fact' | 'test'>;

function names({ fact, test }: FactTest, named: Named): boolean {
  return !test.negated && wordsOf(test).some((word) => named[fact]?.has(word));
}

/** A rule for lines of a table that this medicine does not have, or for medicines without a line. */
function excludes({ fact, test }: FactTest, named: Named, lines: readonly TableRow[]): boolean {
  if (fact === 'in_table' && test.negated)
    return wordsOf(test).some((table) => named['in_table']?.has(table));
  if (!fact.startsWith(ROW_PREFIX) || test.is !== 'one-of') return false;
  const column = fact.slice(ROW_PREFIX.length);
  return !lines.some(({ values }) => {
    const cell = values[column];
    return typeof cell === 'string' && wordsOf(test).includes(cell);
  });
}

function wordsOf(test: FactTest['test']): string[] {
  return test.is === 'one-of' && !isReference(test.values) ? test.values.map(String) : [];
}

/** The lines of all tables for a medicine, whatever their conditions. */
export function tableLinesOf(
  name: string,
  { prepared, recogniser }: Pick<Screener, 'prepared' | 'recogniser'>,
): TableRow[] {
  const { ingredients, classes } = recogniser.recognise(name);
  return [
    ...[...prepared.rowsByDrug.values()].flatMap((rows) =>
      ingredients.flatMap((each) => rows.get(each.name) ?? []),
    ),
    ...[...prepared.rowsByClass.values()].flatMap((rows) =>
      classes.flatMap((each) => rows.get(each) ?? []),
    ),
  ].filter(({ values }) => !Object.values(values).some(Array.isArray));
}

function waitOf(because: Readonly<Record<string, unknown>>): string | null {
  for (const unit of ['hours', 'days', 'weeks', 'months']) {
    const needed = because[`${unit}_needed`];
    if (typeof needed === 'number') return `${needed} ${unit}`;
  }
  return null;
}
