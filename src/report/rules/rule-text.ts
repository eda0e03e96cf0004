import type { RuleBody, RuleTable, TableRow } from '../../rules/rule-set.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Source } from '../../rules/schema/rule-file.ts';
import { formatDuration } from '../../time/duration.ts';
import { conditionLines, conditionText } from './condition-text.ts';
import type { Palette } from '../palette.ts';
import { periodText } from './period-text.ts';
import { type RuleTextOptions, ruleWords, sourceText, type Term } from './rule-words.ts';
import { bullet, labelled, wrap, WIDTH } from '../wrap.ts';

const COLUMN = 14;
const EXAMPLE_COLUMN = 18;

/** A rule printed back in words, with all that it stands on. */
export function ruleText(rule: RuleBody, options: RuleTextOptions, palette: Palette): string {
  const words = ruleWords(rule, options);
  const terms = (of: readonly Term[], column = COLUMN): string[] =>
    of.flatMap(([label, text]) => labelled(label, text, column));
  const lines = [
    palette.heading(rule.id),
    ...wrap(rule.title, WIDTH),
    '',
    ...wrap(rule.says, WIDTH),
    '',
    `${words.outcome}${words.lead}`,
    ...words.conditions.flatMap(({ join, condition }) => [
      ...(join === '' ? [] : [join]),
      ...conditions(condition),
    ]),
    ...(words.needs === undefined ? [] : [words.needs]),
    '',
    ...terms(words.says),
    ...words.sources.flatMap(({ id, section }) =>
      sourceLines(id, section, options.ruleSet.sources),
    ),
    ...terms(words.grounds),
    ...words.tables.flatMap(tableLines),
    ...terms(words.examples, EXAMPLE_COLUMN),
  ];
  return `${lines.join('\n')}\n`;
}

function conditions(condition: Condition): string[] {
  return conditionLines(condition, (fact) => fact).flatMap((line) => {
    const indent = line.length - line.trimStart().length + 4;
    return wrap(line, WIDTH - indent).map(
      (part, index) => ' '.repeat(index === 0 ? indent - 2 : indent) + part,
    );
  });
}

function sourceLines(id: string, section: string, sources: readonly Source[]): string[] {
  const source = sources.find((each) => each.id === id);
  const text = source ? `${sourceText(source)} ${section}. [${source.checked}]` : id;
  return labelled('source', text, COLUMN);
}

function tableLines({ title, rows }: RuleTable): string[] {
  return ['', `  ${title}`, ...rows.flatMap((row) => bullet(rowText(row))), ''];
}

/** A line of a table in words. */
export function rowText(row: TableRow): string {
  const { drug, class: classes, values, when } = row;
  const cells = Object.entries(values).map(([name, cell]) => `${name} ${cellText(cell)}`);
  const period = periodText(row);
  const guard = when ? ` (when ${conditionText(when)})` : '';
  return `${(drug ?? classes ?? []).join(', ')}${guard}${period === undefined ? '' : ` (${period})`}: ${cells.join(', ')}`;
}

/** A cell of a table in words. */
export function cellText(cell: TableRow['values'][string]): string {
  if (typeof cell === 'string') return cell;
  return 'unit' in cell ? formatDuration(cell) : cell.join(', ');
}
