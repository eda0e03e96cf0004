/** Checks that everything a rule file names exists and is of the kind that the place needs. */
import type { Diagnostic, Span } from '../source/diagnostic.ts';
import { didYouMean } from '../source/suggest.ts';
import { parseDuration } from '../time/duration.ts';
import type { CompiledRules } from './compile.ts';
import { factKinds } from './fact-kinds.ts';
import { testFault } from './test-fault.ts';
import { conditionsOf, isMedicineField, type RuleSet, ROW_PREFIX, testsOf } from './rule-set.ts';
import type { Condition } from './schema/condition.ts';

type Report = (code: string, message: string, span: Span, known?: Iterable<string>) => void;

export function resolve(compiled: CompiledRules): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, message, span, known = []) => {
    const quoted = /`([^`]+)`/.exec(message)?.[1];
    diagnostics.push({
      code,
      severity: 'error',
      message,
      span: quoted === undefined ? span : narrowed(span, quoted),
      ...(quoted === undefined ? {} : didYouMean(quoted, known)),
    });
  };
  checkConditions(compiled, report);
  checkNames(compiled, report);
  checkTables(compiled, report);
  return diagnostics;
}

/** The place of a word inside a declaration: its first occurrence there. */
function narrowed(span: Span, word: string): Span {
  const text = span.source.text.slice(span.start, span.end);
  const at = text.indexOf(word);
  return at === -1
    ? span
    : { source: span.source, start: span.start + at, end: span.start + at + word.length };
}

function* conditionsIn({ ruleSet, spans }: CompiledRules): Generator<[Condition, Span]> {
  const place = (key: string): Span => {
    const span = spans.get(key);
    if (!span) throw new Error(`nothing declared as ${key}`);
    return span;
  };
  for (const rule of ruleSet.rules) {
    for (const condition of conditionsOf(rule)) yield [condition, place(`rules:${rule.id}`)];
  }
  for (const { id, when } of ruleSet.definitions) yield [when, place(`definitions:${id}`)];
  for (const { id, when } of ruleSet.questions) if (when) yield [when, place(`questions:${id}`)];
  for (const { id, rows } of ruleSet.tables) {
    for (const { when } of rows) if (when) yield [when, place(`tables:${id}`)];
  }
}

function checkConditions(compiled: CompiledRules, report: Report): void {
  const kinds = factKinds(compiled.ruleSet);
  const tables = new Map(compiled.ruleSet.tables.map((table) => [table.id, table]));
  for (const [condition, span] of conditionsIn(compiled)) {
    for (const { fact, test } of testsOf(condition)) {
      if (fact === 'in_table') {
        const named = test.is === 'one-of' && Array.isArray(test.values) ? test.values : [];
        for (const name of named) {
          if (!tables.has(String(name))) report('unknown-table', `no table \`${name}\``, span, tables.keys());
        }
      } else if (!fact.startsWith(ROW_PREFIX) && !isMedicineField(fact)) {
        const kind = kinds.get(fact);
        if (!kind) report('unknown-fact', `no question or definition \`${fact}\``, span, kinds.keys());
        const fault = kind && testFault(kind, test);
        if (fault !== undefined) report('wrong-test', `\`${fact}\` ${fault}`, span);
      }
      checkReference(compiled.ruleSet, test, span, report);
    }
  }
}

function checkReference(ruleSet: RuleSet, test: object, span: Span, report: Report): void {
  const amount: unknown = 'amount' in test ? test.amount : undefined;
  if (typeof amount !== 'object' || amount === null || !('ref' in amount)) return;
  const name = String(amount.ref);
  const known = [...Object.keys(ruleSet.parameters), ...ruleSet.tables.flatMap((t) => Object.keys(t.columns))];
  if (!known.includes(name)) report('unknown-parameter', `no parameter or column \`${name}\``, span, known);
}

function checkNames({ ruleSet, spans }: CompiledRules, report: Report): void {
  const sources = new Set(ruleSet.sources.map(({ id }) => id));
  const sections = new Set(ruleSet.sections.map(({ id }) => id));
  const questions = new Set(ruleSet.questions.map(({ id }) => id));
  const named = [
    ...ruleSet.rules.map((rule) => ({ key: `rules:${rule.id}`, cited: rule.sources })),
    ...ruleSet.definitions.map((each) => ({ key: `definitions:${each.id}`, cited: each.sources })),
    ...ruleSet.tables.map((table) => ({
      key: `tables:${table.id}`,
      cited: table.rows.flatMap((row) => row.sources),
    })),
  ];
  for (const { key, cited } of named) {
    const span = spans.get(key);
    for (const { id } of cited) {
      if (span && !sources.has(id)) report('unknown-source', `no source \`${id}\``, span, sources);
    }
  }
  for (const { id, section } of ruleSet.questions) {
    const span = spans.get(`questions:${id}`);
    if (span && !sections.has(section)) report('unknown-section', `no section \`${section}\``, span, sections);
  }
  for (const { id, needs = [] } of ruleSet.rules) {
    const span = spans.get(`rules:${id}`);
    for (const fact of needs) {
      if (span && !questions.has(fact)) report('unknown-fact', `no question \`${fact}\``, span, questions);
    }
  }
}

function checkTables({ ruleSet, spans }: CompiledRules, report: Report): void {
  for (const { id, columns, rows } of ruleSet.tables) {
    const span = spans.get(`tables:${id}`);
    if (!span) continue;
    for (const { drug, class: classes, values } of rows) {
      if (!drug === !classes) report('invalid-row', 'a row names either drugs or classes', span);
      for (const [name, cell] of Object.entries(values)) {
        const column = columns[name];
        if (!column) report('unknown-column', `no column \`${name}\``, span, Object.keys(columns));
        else if (column.type === 'duration' && typeof cell === 'string' && !parseDuration(cell)) {
          report('invalid-duration', `\`${cell}\` is no length of time`, span);
        } else if (column.type === 'choice' && !column.choices.includes(String(cell))) {
          report('unknown-choice', `\`${String(cell)}\` is no choice of ${name}`, span, column.choices);
        }
      }
    }
  }
}
