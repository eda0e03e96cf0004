import type { RuleExample } from '../rules/compile.ts';
import {
  conditionsOf,
  type RuleBody,
  type RuleSet,
  type RuleTable,
  type TableRow,
  testsOf,
} from '../rules/rule-set.ts';
import { isReference } from '../rules/phrase.ts';
import type { Condition } from '../rules/condition.ts';
import type { Site } from '../rules/site.ts';
import type { Parameter, Source } from '../rules/schema/rule-file.ts';
import { formatDuration } from '../time/duration.ts';
import { conditionLines, conditionText } from './condition-text.ts';
import type { Palette } from './palette.ts';
import { bullet, labelled, wrap, WIDTH } from './wrap.ts';

const OUTCOMES = { go: 'NOTE', 'contact-physician': 'CONTACT PHYSICIAN', hold: 'HOLD' };
const COLUMN = 14;

/** What a rule is printed with. */
export interface RuleTextOptions {
  /** With the parameters as the site sets them. */
  readonly ruleSet: RuleSet;
  readonly site: Pick<Site, 'overrides'>;
  readonly examples: readonly RuleExample[];
}

/** A rule printed back in words, with all that it stands on. */
export function ruleText(
  rule: RuleBody,
  { ruleSet, site, examples }: RuleTextOptions,
  palette: Palette,
): string {
  const urgency = rule.urgency === 'routine' ? '' : `, ${rule.urgency}`;
  const lines = [
    palette.heading(rule.id),
    ...wrap(rule.title, WIDTH),
    '',
    ...wrap(rule.says, WIDTH),
    '',
    `${OUTCOMES[rule.outcome]}${urgency}${rule.each_medicine ? ', for each medicine of which' : ' when'}`,
    ...conditions(rule.each_medicine),
    ...(rule.each_medicine && rule.when ? ['and'] : []),
    ...conditions(rule.when),
    ...(rule.unless ? ['unless it is known that', ...conditions(rule.unless)] : []),
    ...(rule.needs ? [`needs to know: ${rule.needs.join(', ')}`] : []),
    '',
    ...(rule.message === undefined ? [] : labelled('says', rule.message, COLUMN)),
    ...(rule.action === undefined ? [] : labelled('do', rule.action, COLUMN)),
    ...(rule.instructions ?? []).flatMap(({ for: who, text }) => labelled(who, text, COLUMN)),
    ...parametersOf(rule, ruleSet).flatMap((each) => parameterLines(each, site)),
    ...rule.sources.flatMap(({ id, section }) => sourceLines(id, section, ruleSet.sources)),
    ...labelled('evidence', rule.evidence, COLUMN),
    ...(rule.disagreement === undefined ? [] : labelled('others', rule.disagreement, COLUMN)),
    ...labelled('review by', rule.review_by, COLUMN),
    ...tablesOf(rule, ruleSet).flatMap(tableLines),
    ...examples.flatMap(({ example }) =>
      labelled(example.expect === 'fires' ? 'fires' : example.expect, example.name, 18),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function conditions(condition: Condition | undefined): string[] {
  if (!condition) return [];
  return conditionLines(condition, (fact) => fact).flatMap((line) => {
    const indent = line.length - line.trimStart().length + 4;
    return wrap(line, WIDTH - indent).map(
      (part, index) => ' '.repeat(index === 0 ? indent - 2 : indent) + part,
    );
  });
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

function parameterLines(
  { id, value, unit, source }: Parameter,
  { overrides }: Pick<Site, 'overrides'>,
): string[] {
  const shown =
    typeof value === 'number'
      ? `${value}${unit === undefined ? '' : ` ${unit}`}`
      : formatDuration(value);
  const own = overrides.find(({ parameter }) => parameter === id);
  const why = own
    ? `Set by the site instead of ${own.shipped}: ${own.reason} (${own.by}, ${own.on}).`
    : source;
  return labelled('parameter', `${id} = ${shown}. ${why}`, COLUMN);
}

function sourceLines(id: string, section: string, sources: readonly Source[]): string[] {
  const source = sources.find((each) => each.id === id);
  if (!source) return labelled('source', id, COLUMN);
  const { authors, year, title, published_in: where, doi, checked } = source;
  const place = [where, doi === undefined ? undefined : `doi ${doi}`]
    .filter((each) => each !== undefined)
    .join(', ');
  return labelled(
    'source',
    `${authors} (${year}). ${title}. ${place === '' ? '' : `${place}. `}${section}. [${checked}]`,
    COLUMN,
  );
}

function tablesOf(rule: RuleBody, { tables }: RuleSet): RuleTable[] {
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

function tableLines({ title, rows }: RuleTable): string[] {
  return ['', `  ${title}`, ...rows.flatMap((row) => bullet(rowText(row))), ''];
}

/** A line of a table in words. */
export function rowText({ drug, class: classes, values, when }: TableRow): string {
  const cells = Object.entries(values).map(([name, cell]) => `${name} ${cellText(cell)}`);
  const guard = when ? ` (when ${conditionText(when)})` : '';
  return `${(drug ?? classes ?? []).join(', ')}${guard}: ${cells.join(', ')}`;
}

function cellText(cell: TableRow['values'][string]): string {
  if (typeof cell === 'string') return cell;
  return 'unit' in cell ? formatDuration(cell) : cell.join(', ');
}
