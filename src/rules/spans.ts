/** Where each thing of a rule set is declared, by what it is and its id: `rules:fasting.plan`, `rows:thinners:3`. */
import type { Span } from '../source/diagnostic.ts';
import type { ParsedFile } from '../source/parse-with.ts';
import { list } from './declared.ts';
import type { RuleFile } from './schema/rule-file.ts';

/** What is found again by its id. */
const NAMED = [
  'groups',
  'parameters',
  'sources',
  'lookups',
  'definitions',
  'questions',
  'rules',
  'tables',
] as const;

export function spansOf(files: readonly ParsedFile<RuleFile>[]): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const kind of NAMED) {
    for (const { value, span } of list(files, kind)) spans.set(`${kind}:${value.id}`, span);
  }
  for (const [index, { span }] of list(files, 'chart').entries()) spans.set(`chart:${index}`, span);
  for (const file of files) {
    for (const [key, span] of [...rowSpans(file), ...patientTextSpans(file)]) spans.set(key, span);
  }
  return spans;
}

/** The lines of tables have no id but their place. */
function rowSpans({ value, document }: ParsedFile<RuleFile>): [string, Span][] {
  return (value.tables ?? []).flatMap(({ id, rows }, place) =>
    rows.map((_, index): [string, Span] => [
      `rows:${id}:${index}`,
      document.locate(['tables', place, 'rows', index]),
    ]),
  );
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
