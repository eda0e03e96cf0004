/** All that is said of a rule, once: printed on a terminal and in the book. */
import type { Condition } from '../../rules/condition.ts';
import type { RuleExample } from '../../rules/compile.ts';
import { isReference } from '../../rules/phrase.ts';
import {
  conditionsOf,
  type RuleBody,
  type RuleSet,
  type RuleTable,
  testsOf,
} from '../../rules/rule-set.ts';
import type { Parameter, Source } from '../../rules/schema/rule-file.ts';
import type { Site } from '../../rules/site.ts';
import { periodText } from './period-text.ts';
import { formatDuration } from '../../time/duration.ts';

const OUTCOMES = { go: 'NOTE', 'contact-physician': 'CONTACT PHYSICIAN', hold: 'HOLD' };

/** What a rule is printed with. */
export interface RuleTextOptions {
  /** With the parameters as the site sets them. */
  readonly ruleSet: RuleSet;
  readonly site: Pick<Site, 'overrides'>;
  readonly examples: readonly RuleExample[];
}

/** A label and what stands beside it. */
export type Term = readonly [label: string, text: string];

export interface RuleWords {
  /** "HOLD, same-day", and how it goes on before the first condition. */
  readonly outcome: string;
  readonly lead: string;
  /** The conditions, each with what joins it to those before. */
  readonly conditions: readonly { readonly join: string; readonly condition: Condition }[];
  readonly needs: string | undefined;
  /** What it says, to whom, and by which figures. */
  readonly says: readonly Term[];
  readonly sources: RuleBody['sources'];
  readonly grounds: readonly Term[];
  readonly tables: readonly RuleTable[];
  readonly examples: readonly Term[];
}

export function ruleWords(rule: RuleBody, { ruleSet, site, examples }: RuleTextOptions): RuleWords {
  const { each_medicine: each, when, unless, needs, message, action, disagreement } = rule;
  const parts = [
    { join: '', condition: each },
    { join: each ? 'and' : '', condition: when },
    { join: 'unless it is known that', condition: unless },
  ];
  const optional = (label: string, text: string | undefined): Term[] =>
    text === undefined ? [] : [[label, text]];
  return {
    outcome: `${OUTCOMES[rule.outcome]}${rule.urgency === 'routine' ? '' : `, ${rule.urgency}`}`,
    lead: each ? ', for each medicine of which' : ' when',
    conditions: parts.flatMap(({ join, condition }) => (condition ? [{ join, condition }] : [])),
    needs: needs && `needs to know: ${needs.join(', ')}`,
    says: [
      ...optional('says', message),
      ...optional('do', action),
      ...optional('asks', rule.ask_prescriber),
      ...(rule.instructions ?? []).map(({ for: who, text }): Term => [who, text]),
      ...parametersOf(rule, ruleSet).map((parameter): Term => [
        'parameter',
        parameterText(parameter, site),
      ]),
    ],
    sources: rule.sources,
    grounds: [
      ...optional('in force', periodText(rule)),
      ['evidence', rule.evidence],
      ...optional('others', disagreement),
      ['review by', rule.review_by],
    ],
    tables: tablesOf(rule, ruleSet),
    examples: examples.map(({ example }): Term => [example.expect, example.name]),
  };
}

/** The parameters that a rule names. */
export function parametersOf(rule: RuleBody, ruleSet: RuleSet): Parameter[] {
  const names = new Set<string>();
  for (const condition of conditionsOf(rule)) {
    for (const { test } of testsOf(condition)) {
      if ('amount' in test && isReference(test.amount)) names.add(test.amount.ref);
    }
  }
  return Object.values(ruleSet.parameters).filter(({ id }) => names.has(id));
}

function parameterText(parameter: Parameter, site: Pick<Site, 'overrides'>): string {
  return `${parameter.id} = ${parameterValue(parameter)}. ${parameterGround(parameter, site)}`;
}

/** The value of a parameter with its unit, and those that it has later. */
export function parameterValue({ value, unit, later = [] }: Parameter): string {
  const shown = (each: Parameter['value']): string => {
    if (typeof each !== 'number') return formatDuration(each);
    return `${each}${unit === undefined ? '' : ` ${unit}`}`;
  };
  const changes = later.map((each) => `, from ${each.from} ${shown(each.value)} (${each.source})`);
  return shown(value) + changes.join('');
}

/** Where a parameter comes from, or who set it otherwise and why. */
export function parameterGround(
  { id, source }: Parameter,
  { overrides }: Pick<Site, 'overrides'>,
): string {
  const own = overrides.find(({ parameter }) => parameter === id);
  return own
    ? `Set by the site instead of ${own.shipped}: ${own.reason} (${own.by}, ${own.on}).`
    : source;
}

/** A publication as it is cited; how it was read is not in it. */
export function sourceText({ authors, year, title, published_in: where, doi }: Source): string {
  const place = [where, doi === undefined ? undefined : `doi ${doi}`]
    .filter((each) => each !== undefined)
    .join(', ');
  return `${authors} (${year}). ${title}.${place === '' ? '' : ` ${place}.`}`;
}

/** The tables through whose lines a rule goes. */
export function tablesOf(rule: RuleBody, { tables }: RuleSet): RuleTable[] {
  const names = new Set<string>();
  for (const condition of conditionsOf(rule)) {
    for (const { fact, test } of testsOf(condition)) {
      if (fact === 'in_table' && test.is === 'one-of' && !isReference(test.values)) {
        for (const name of test.values) names.add(String(name));
      }
    }
  }
  return tables.filter(({ id }) => names.has(id));
}
