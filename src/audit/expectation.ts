/** Whether what examples and cases expect comes true. */
import type { Context } from '../evaluation/context.ts';
import type { ScreenResult } from '../evaluation/result.ts';
import { screen, type Screener } from '../evaluation/screen.ts';
import { planTexts } from '../rules/patient-texts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Example } from '../rules/schema/rule.ts';
import type { ScreenCase } from '../rules/schema/rule-file.ts';
import type { Trial } from './trials.ts';
import { verdictWord } from './verdict-word.ts';

/** What goes otherwise than a trial expects; undefined when nothing does. */
export function failureOf(trial: Trial, screener: Screener): string | undefined {
  const { of, intake } = trial;
  if (!('rule' in of)) return caseFailure(of.expect, screen(intake, screener));
  const { example } = of;
  const context = contextUnder(trial, screener);
  const rule = screener.prepared.rules.find(({ body }) => body.id === of.rule);
  const found = rule ? verdictWord(rule, context) : 'does not fire';
  if (found !== example.expect) return `expected: ${example.expect}; found: ${found}`;
  const { outcome, urgency, told, due } = example;
  if (outcome === undefined && urgency === undefined && !told && !due) return undefined;
  return wholeFailure(of, screen(intake, screener), screener.prepared.ruleSet);
}

/** The patient of a trial as other rules see them. */
function contextUnder({ context }: Trial, { prepared }: Screener): Context {
  return context.prepared === prepared ? context : { ...context, prepared, decided: new Map() };
}

function wholeFailure(
  { rule, example }: { readonly rule: string; readonly example: Example },
  result: ScreenResult,
  ruleSet: Pick<RuleSet, 'plans' | 'rules'>,
): string | undefined {
  const { outcome, urgency, told, due } = example;
  const found = foundBy(rule, result, ruleSet);
  return differences([
    ['outcome', outcome, found.outcome],
    ['urgency', urgency, found.urgency],
    ['due', due?.join(', '), found.due.join(', ')],
    ['told', told, found.told.find((plan) => plan === told) ?? null],
  ]);
}

/** What of a result an example can expect: of its rule, and which plans for medicines the patient hears. */
interface Found {
  readonly outcome: NonNullable<Example['outcome']>;
  readonly urgency: NonNullable<Example['urgency']>;
  readonly due: string[];
  readonly told: readonly NonNullable<Example['told']>[];
}

export function foundBy(
  rule: string,
  { findings, instructions }: ScreenResult,
  ruleSet: Pick<RuleSet, 'plans' | 'rules'>,
): Found {
  const own = findings.find((finding) => finding.rule === rule);
  const hears = (plan: NonNullable<Example['told']>): boolean =>
    instructions.some((line) => {
      const speaks = ruleSet.rules.find(({ id }) => id === line.rule);
      return templateOf(planTexts(ruleSet, speaks)[plan].text).test(line.text);
    });
  return {
    outcome: own?.disposition ?? 'go',
    urgency: own?.urgency ?? 'routine',
    due: instructions
      .filter((line) => line.rule === rule)
      .flatMap(({ at }) => at?.slice(0, 16) ?? []),
    told: (['keep', 'pause', 'ask-prescriber'] as const).filter(hears),
  };
}

/** Matches the sentence of a plan, whatever is filled in. */
export function templateOf(text: string): RegExp {
  const escaped = text.trim().replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(escaped.replaceAll(/\{[a-z_.-]+\}/g, '.+'));
}

function caseFailure(expect: ScreenCase['expect'], result: ScreenResult): string | undefined {
  const rules = new Set(
    result.findings.filter(({ disposition }) => disposition !== 'go').map(({ rule }) => rule),
  );
  return differences([
    ['disposition', expect.disposition, result.disposition],
    ['urgency', expect.urgency, result.urgency],
    ['rules', expect.rules?.toSorted().join(', '), [...rules].toSorted().join(', ')],
    ['earliest_go', expect.earliest_go, result.earliest_go?.at ?? null],
  ]);
}

type Held = readonly [key: string, expected: string | null | undefined, found: string | null];

/** What was expected and not found; what is not expected either way is left out. */
function differences(held: readonly Held[]): string | undefined {
  const wrong = held.filter(([, expected, found]) => expected !== undefined && expected !== found);
  if (wrong.length === 0) return undefined;
  return wrong
    .map(([key, expected, found]) => `${key} expected: ${expected}; found: ${found}`)
    .join('; ');
}

/** The name of a trial as `rules test` prints it. */
export function titleOf({ of, name }: Pick<Trial, 'of' | 'name'>): string {
  return 'rule' in of ? `${of.rule}: ${name}` : name;
}
