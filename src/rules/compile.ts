/** Many rule files become one rule set; every fault of all of them is reported at once. */
import type { Diagnostic, Parsed, SourceText, Span } from '../source/diagnostic.ts';
import { type ParsedFile, parseYamlWith } from '../source/parse-with.ts';
import { didYouMean } from '../source/suggest.ts';
import { parseDuration } from '../time/duration.ts';
import { resolve } from './resolve.ts';
import type { RuleBody, RuleSet, RuleTable, TableRow } from './rule-set.ts';
import type { Example, Rule } from './schema/rule.ts';
import { type RuleFile, ruleFile, type ScreenCase, type Topic } from './schema/rule-file.ts';
import type { Row, Table } from './schema/table.ts';

/** Something that was declared, and where. */
interface Declared<T> {
  readonly value: T;
  readonly span: Span;
}

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

type ListKey = {
  [K in keyof RuleFile]-?: NonNullable<RuleFile[K]> extends readonly unknown[] ? K : never;
}[keyof RuleFile];
type ItemOf<K extends ListKey> = NonNullable<RuleFile[K]>[number];

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
  const rules = list(files, 'rules');
  const tables = list(files, 'tables');
  const spans = new Map<string, Span>();
  for (const kind of [
    'groups',
    'parameters',
    'sources',
    'lookups',
    'definitions',
    'questions',
  ] as const) {
    for (const { value, span } of list(files, kind)) spans.set(`${kind}:${value.id}`, span);
  }
  for (const [index, { span }] of list(files, 'chart').entries()) spans.set(`chart:${index}`, span);
  for (const { value, span } of rules) spans.set(`rules:${value.id}`, span);
  for (const { value, span } of tables) spans.set(`tables:${value.id}`, span);
  for (const file of files) {
    for (const [key, span] of [...rowSpans(file), ...patientTextSpans(file)]) spans.set(key, span);
  }
  return {
    missing: [],
    compiled: {
      ruleSet: {
        id: set.id,
        version: set.version,
        title: set.title,
        sections: list(files, 'sections').map(({ value }) => value),
        groups: sorted(list(files, 'groups')),
        wording,
        plans,
        sheet,
        translations: list(files, 'translations').map(({ value }) => value),
        parameters: Object.fromEntries(
          list(files, 'parameters').map(({ value }) => [value.id, value]),
        ),
        sources: sorted(list(files, 'sources')),
        lookups: sorted(list(files, 'lookups')),
        definitions: sorted(list(files, 'definitions')),
        tables: sorted(tables).map(compileTable),
        questions: list(files, 'questions').map(({ value }) => value),
        chart: list(files, 'chart').map(({ value }) => value),
        chart_phrases: list(files, 'chart_phrases').map(({ value }) => value),
        rules: sorted(rules).map(bodyOf),
      },
      topics: list(files, 'topics').map(({ value }) => value),
      healthy: single(files, 'healthy') ?? {},
      examples: files.flatMap(examplesIn),
      cases: list(files, 'cases'),
      spans,
    },
  };
}

/** Where the texts stand that a patient reads, those of the rules apart. */
function* patientTextSpans({
  value,
  document,
}: ParsedFile<RuleFile>): Generator<readonly [string, Span]> {
  for (const part of ['plans', 'sheet'] as const) {
    if (value[part]) yield [`parts:${part}`, document.locateKey([part])];
  }
  for (const [index, { language, texts }] of (value.translations ?? []).entries()) {
    for (const [place, { from }] of texts.entries()) {
      yield [
        `translations:${language}:${from}`,
        document.locate(['translations', index, 'texts', place]),
      ];
    }
  }
}

/** What may not share a name: a condition could mean either of two facts. */
const NAMESPACES = [
  ['sections'],
  ['groups'],
  ['topics'],
  ['parameters'],
  ['sources'],
  ['questions', 'definitions', 'lookups'],
  ['tables'],
  ['rules'],
] as const;

/** Whatever stands twice, of which one would silently be lost. */
function duplicates(files: readonly ParsedFile<RuleFile>[]): Diagnostic[] {
  const twice = (
    items: readonly { readonly name: string; readonly span: Span }[],
    code: string,
  ): Diagnostic[] => {
    const seen = new Set<string>();
    return items.flatMap(({ name, span }) => {
      if (seen.has(name))
        return [{ code, severity: 'error', message: `\`${name}\` is declared twice`, span }];
      seen.add(name);
      return [];
    });
  };
  const parts = files.flatMap(({ value, document }) =>
    (['set', 'wording', 'plans', 'sheet', 'healthy'] as const)
      .filter((name) => value[name] !== undefined)
      .map((name) => ({ name, span: document.locateKey([name]) })),
  );
  return [
    ...twice(parts, 'duplicate-part'),
    ...NAMESPACES.flatMap((kinds) => {
      const declared = kinds.flatMap((kind) =>
        list(files, kind).map(({ value, span }) => ({ name: value.id, span })),
      );
      return twice(declared, 'duplicate-id');
    }),
  ];
}

function missingPart(file: ParsedFile<RuleFile>, key: string): Diagnostic {
  return {
    code: 'missing-part',
    severity: 'error',
    message: `no rule file has the part \`${key}\``,
    span: file.document.locate([]),
  };
}

function single<K extends 'set' | 'wording' | 'plans' | 'sheet' | 'healthy'>(
  files: readonly ParsedFile<RuleFile>[],
  key: K,
): RuleFile[K] {
  return files.map(({ value }) => value[key]).find((value) => value !== undefined);
}

function list<K extends ListKey>(
  files: readonly ParsedFile<RuleFile>[],
  key: K,
): Declared<ItemOf<K>>[] {
  return files.flatMap(({ value, document }) =>
    ((value[key] ?? []) as ItemOf<K>[]).map((item, index) => ({
      value: item,
      span: document.locate([key, index]),
    })),
  );
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

/** Where each line of a table stands: `rows:thinners:3`. */
function rowSpans({ value, document }: ParsedFile<RuleFile>): [string, Span][] {
  return (value.tables ?? []).flatMap(({ id, rows }, place) =>
    rows.map((_, index): [string, Span] => [
      `rows:${id}:${index}`,
      document.locate(['tables', place, 'rows', index]),
    ]),
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
