/** Checks that everything a rule file names exists and is of the kind that the place needs. */
import type { Diagnostic, Span } from '../source/diagnostic.ts';
import { didYouMean } from '../source/suggest.ts';
import { checkChart } from './check-chart.ts';
import { checkConditions, columnsOf, type DeclaredRules, type Report } from './check-conditions.ts';
import { checkGroups } from './check-groups.ts';
import { checkTexts } from './check-texts.ts';
import { cyclesOf } from './cycles.ts';
import { isReference } from './phrase.ts';
import type { TableRow } from './rule-set.ts';
import type { Column } from './schema/table.ts';

export function resolve(declared: DeclaredRules): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = reportTo(diagnostics);
  checkConditions(declared, report);
  checkTexts(declared, report);
  checkCycles(declared, report);
  checkGrounds(declared, report);
  checkNames(declared, report);
  checkGroups(declared, report);
  checkLookups(declared, report);
  checkTables(declared, report);
  checkChart(declared, report);
  return diagnostics;
}

/** Reports what is wrong with a declaration, at the word that the message quotes. */
export function reportTo(diagnostics: Diagnostic[]): Report {
  return (code, message, span, known = []) => {
    const quoted = /`([^`]+)`/.exec(message)?.[1];
    diagnostics.push({
      code,
      severity: 'error',
      message,
      span: quoted === undefined ? span : narrowed(span, quoted),
      ...(quoted === undefined ? {} : didYouMean(quoted, known)),
    });
  };
}

/** The place of a word inside a declaration: where it first stands there by itself. */
function narrowed({ source, start, end }: Span, word: string): Span {
  const text = source.text.slice(start, end);
  const isEdge = (character: string | undefined): boolean =>
    character === undefined || !/[\w.-]/.test(character);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isEdge(text[at - 1]) && isEdge(text[at + word.length])) {
      return { source, start: start + at, end: start + at + word.length };
    }
  }
  return { source, start, end };
}

function checkCycles({ ruleSet, spans }: DeclaredRules, report: Report): void {
  for (const way of cyclesOf(ruleSet)) {
    const [fact = ''] = way;
    const span =
      spans.get(`questions:${fact}`) ??
      spans.get(`definitions:${fact}`) ??
      spans.get(`lookups:${fact}`);
    if (span) report('circular-condition', `\`${fact}\` hangs on itself: ${way.join(', ')}`, span);
  }
}

/** The sources that rules, definitions and lines of tables stand on. */
export function checkGrounds({ ruleSet, spans }: DeclaredRules, report: Report): void {
  const sources = new Set(ruleSet.sources.map(({ id }) => id));
  const grounds = [
    ...ruleSet.rules.map((rule) => ({ key: `rules:${rule.id}`, cited: rule.sources })),
    ...ruleSet.definitions.map((each) => ({ key: `definitions:${each.id}`, cited: each.sources })),
    ...ruleSet.tables.map((table) => ({
      key: `tables:${table.id}`,
      cited: table.rows.flatMap((row) => row.sources),
    })),
  ];
  for (const { key, cited } of grounds) {
    const span = spans.get(key);
    for (const { id } of cited) {
      if (span && !sources.has(id)) report('unknown-source', `no source \`${id}\``, span, sources);
    }
  }
}

function checkNames({ ruleSet, spans }: DeclaredRules, report: Report): void {
  const sections = new Set(ruleSet.sections.map(({ id }) => id));
  const questions = new Set(ruleSet.questions.map(({ id }) => id));
  const amounts = new Set([...Object.keys(ruleSet.parameters), ...columnsOf(ruleSet).keys()]);
  const numbers = new Set(
    ruleSet.questions.filter(({ type }) => type === 'number').map(({ id }) => id),
  );
  for (const question of ruleSet.questions) {
    const { id, section } = question;
    const span = spans.get(`questions:${id}`);
    if (span && !sections.has(section))
      report('unknown-section', `no section \`${section}\``, span, sections);
    const above = question.type === 'number' ? question.less_than : undefined;
    if (span && above !== undefined && !numbers.has(above))
      report('unknown-fact', `no question \`${above}\` with a number`, span, numbers);
  }
  for (const { id, needs = [], instructions = [], outcome, urgency, message } of ruleSet.rules) {
    const span = spans.get(`rules:${id}`);
    if (!span) continue;
    if (span && outcome !== 'go' && message === undefined) {
      report('missing-key', '`message` is missing: a rule that stands in the way says why', span);
    }
    if (urgency === 'emergency' && outcome !== 'hold') {
      report(
        'emergency-without-hold',
        `\`${outcome}\` is too little: an emergency always holds`,
        span,
      );
    }
    for (const fact of needs) {
      if (!questions.has(fact)) report('unknown-fact', `no question \`${fact}\``, span, questions);
    }
    for (const amount of instructions.flatMap(({ at }) => [at?.before, at?.after])) {
      if (!isReference(amount) || amounts.has(amount.ref)) continue;
      report('unknown-parameter', `no parameter or column \`${amount.ref}\``, span, amounts);
    }
  }
}

function checkLookups({ ruleSet, spans }: DeclaredRules, report: Report): void {
  const questions = new Map(ruleSet.questions.map((question) => [question.id, question]));
  for (const { id, from, choices, values } of ruleSet.lookups) {
    const span = spans.get(`lookups:${id}`);
    if (!span) continue;
    const question = questions.get(from);
    const keys = question?.type === 'choice' ? Object.keys(question.choices) : undefined;
    if (!keys) {
      report('unknown-fact', `no question \`${from}\` with a choice`, span, questions.keys());
      continue;
    }
    for (const [key, value] of Object.entries(values)) {
      if (!keys.includes(key))
        report('unknown-choice', `\`${key}\` is no choice of ${from}`, span, keys);
      if (!choices.includes(value))
        report('unknown-choice', `\`${value}\` is no choice of ${id}`, span, choices);
    }
  }
}

function checkTables({ ruleSet, spans }: DeclaredRules, report: Report): void {
  for (const { id, columns, rows } of ruleSet.tables) {
    const span = spans.get(`tables:${id}`);
    if (!span) continue;
    for (const { drug, class: classes, values } of rows) {
      if (!drug === !classes) report('invalid-row', 'a row names either drugs or classes', span);
      for (const [name, cell] of Object.entries(values)) {
        const column = columns[name];
        if (column) checkCell({ name, cell, column }, span, report);
        else report('unknown-column', `no column \`${name}\``, span, Object.keys(columns));
      }
    }
  }
}

interface Cell {
  readonly name: string;
  readonly cell: TableRow['values'][string];
  readonly column: Column;
}

/** A length of time that was written as one has been read by now. */
function checkCell({ name, cell, column }: Cell, span: Span, report: Report): void {
  const isList = Array.isArray(cell);
  if (isList !== (column.type === 'list')) {
    report(
      'wrong-type',
      `\`${name}\` holds ${column.type === 'list' ? 'a list' : 'no list'}`,
      span,
    );
  } else if (column.type === 'duration') {
    if (typeof cell === 'string')
      report('invalid-duration', `\`${cell}\` is no length of time`, span);
  } else if (column.type !== 'text') {
    for (const value of [cell].flat()) {
      if (typeof value !== 'string' || column.choices.includes(value)) continue;
      report('unknown-choice', `\`${value}\` is no choice of ${name}`, span, column.choices);
    }
  }
}
