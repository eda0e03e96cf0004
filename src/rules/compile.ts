/** Many rule files become one rule set; every fault of all of them is reported at once. */
import type { Diagnostic, Parsed, SourceText, Span } from '../source/diagnostic.ts';
import { type ParsedFile, parseYamlWith } from '../source/parse-with.ts';
import { didYouMean } from '../source/suggest.ts';
import { parseDuration } from '../time/duration.ts';
import { type Declared, list, single, values } from './declared.ts';
import { duplicates } from './duplicates.ts';
import { resolve } from './resolve.ts';
import type { RuleBody, RuleSet, RuleTable, TableRow } from './rule-set.ts';
import type { Example, Rule } from './schema/rule.ts';
import { type RuleFile, ruleFile, type ScreenCase, type Topic } from './schema/rule-file.ts';
import type { Row, Table } from './schema/table.ts';
import { spansOf } from './spans.ts';

export interface RuleExample {
  readonly rule: string;
  readonly example: Example;
  readonly span: Span;
}

/** A rule set with what belongs to it but never decides: topics, examples, cases, and where each thing is declared. */
export interface CompiledRules {
  readonly ruleSet: RuleSet;
  readonly topics: readonly Topic[];
  readonly healthy: Readonly<Record<string, unknown>>;
  readonly examples: readonly RuleExample[];
  readonly cases: readonly Declared<ScreenCase>[];
  readonly spans: ReadonlyMap<string, Span>;
}

export function compileRules(sources: readonly SourceText[]): Parsed<CompiledRules> {
  const parsed = sources.map((source) => parseYamlWith(ruleFile, source));
  const faults = parsed.flatMap((file) => (file.ok ? [] : file.diagnostics));
  const files = parsed.flatMap((file) => (file.ok ? [file.value] : []));
  const gathered = gather(files);
  if (gathered.missing.length > 0 && faults.length === 0) faults.push(...gathered.missing);
  faults.push(...duplicates(files));
  const { compiled } = gathered;
  if (compiled) faults.push(...resolve(compiled), ...strayExamples(compiled));
  if (!compiled || faults.length > 0) return { ok: false, diagnostics: faults };
  return { ok: true, value: compiled };
}

/** The parts of which a rule set has one each, in whatever file. */
type Singles = {
  readonly [Part in 'set' | 'wording' | 'plans' | 'sheet']: NonNullable<RuleFile[Part]>;
};

function gather(files: readonly ParsedFile<RuleFile>[]): {
  readonly compiled?: CompiledRules;
  readonly missing: readonly Diagnostic[];
} {
  const first = files[0];
  if (!first) return { missing: [] };
  const set = single(files, 'set');
  const wording = single(files, 'wording');
  const plans = single(files, 'plans');
  const sheet = single(files, 'sheet');
  if (!set || !wording || !plans || !sheet) {
    const absent = Object.entries({ set, wording, plans, sheet }).filter(([, value]) => !value);
    return { missing: absent.map(([key]) => missingPart(first, key)) };
  }
  return {
    missing: [],
    compiled: {
      ruleSet: ruleSetOf(files, { set, wording, plans, sheet }),
      topics: values(files, 'topics'),
      healthy: single(files, 'healthy') ?? {},
      examples: files.flatMap(examplesIn),
      cases: list(files, 'cases'),
      spans: spansOf(files),
    },
  };
}

function ruleSetOf(
  files: readonly ParsedFile<RuleFile>[],
  { set: { id, version, title }, ...singles }: Singles,
): RuleSet {
  return {
    id,
    version,
    title,
    ...singles,
    sections: values(files, 'sections'),
    groups: sorted(list(files, 'groups')),
    translations: values(files, 'translations'),
    parameters: Object.fromEntries(values(files, 'parameters').map((each) => [each.id, each])),
    sources: sorted(list(files, 'sources')),
    lookups: sorted(list(files, 'lookups')),
    definitions: sorted(list(files, 'definitions')),
    tables: sorted(list(files, 'tables')).map(compileTable),
    questions: values(files, 'questions'),
    chart: values(files, 'chart'),
    chart_phrases: values(files, 'chart_phrases'),
    rules: sorted(list(files, 'rules')).map(bodyOf),
  };
}

function missingPart(file: ParsedFile<RuleFile>, key: string): Diagnostic {
  return {
    code: 'missing-part',
    severity: 'error',
    message: `no rule file has the part \`${key}\``,
    span: file.document.locate([]),
  };
}

/** The examples of a file, beside their rules and apart from them. */
function examplesIn({ value, document }: ParsedFile<RuleFile>): RuleExample[] {
  const { rules = [], examples = [] } = value;
  return [
    ...rules.flatMap((rule, place) =>
      rule.examples.map((example, index) => ({
        rule: rule.id,
        example,
        span: document.locate(['rules', place, 'examples', index]),
      })),
    ),
    ...examples.map(({ rule, ...example }, index) => ({
      rule,
      example,
      span: document.locate(['examples', index]),
    })),
  ];
}

/** Examples of rules that do not exist. */
function strayExamples({ examples, ruleSet }: CompiledRules): Diagnostic[] {
  const ids = new Set(ruleSet.rules.map(({ id }) => id));
  return examples.flatMap(({ rule, span }): Diagnostic[] =>
    ids.has(rule)
      ? []
      : [
          {
            code: 'unknown-rule',
            severity: 'error',
            message: `no rule \`${rule}\``,
            span,
            ...didYouMean(rule, ids),
          },
        ],
  );
}

/** By id, so that neither the order in a file nor the order of files can change a result. */
function sorted<T extends { readonly id: string }>(items: readonly Declared<T>[]): T[] {
  return items.map(({ value }) => value).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function bodyOf(rule: Rule): RuleBody {
  const { examples: _, ...body } = rule;
  return body;
}

function compileTable({ id, title, columns, rows, sources, evidence }: Table): RuleTable {
  const compileRow = (row: Row): TableRow => ({
    table: id,
    ...(row.drug ? { drug: row.drug } : {}),
    ...(row.class ? { class: row.class } : {}),
    ...(row.when ? { when: row.when } : {}),
    ...(row.from === undefined ? {} : { from: row.from }),
    ...(row.until === undefined ? {} : { until: row.until }),
    ...(row.disagreement === undefined ? {} : { disagreement: row.disagreement }),
    values: Object.fromEntries(
      Object.entries(row.values).map(([name, cell]) => [
        name,
        (columns[name]?.type === 'duration' && typeof cell === 'string' && parseDuration(cell)) ||
          cell,
      ]),
    ),
    sources: row.sources ?? sources,
    evidence: row.evidence ?? evidence,
  });
  return { id, title, columns, rows: rows.map(compileRow) };
}
