/** A first mapping from a header and some rows. What cannot be told is left for a person, so that it cannot be used unread. */
import type { Question } from '../../rules/schema/question.ts';
import { isBirth, meaningOf, medicineField } from './column-words.ts';
import { UNDECIDED } from './schema.ts';
import {
  distinct,
  formatPart,
  medicineParts,
  type Parts,
  partsFor,
  quoted,
} from './suggest-values.ts';

/** The names of a table's columns, and some of its rows. */
export interface Sampled {
  readonly header: readonly string[];
  readonly rows: readonly ReadonlyMap<string, string>[];
  /** The keys of the objects that stand in lists, `meds` with `meds.drug`, and what they hold as rows of their own. */
  readonly lists?: ReadonlyMap<string, Sampled>;
  /** The line on which the names seem to stand, where a title stands on the first. */
  readonly namesAt?: number;
}

export function suggestMapping(
  table: Sampled,
  questions: readonly Question[],
  medicines?: Sampled,
): string {
  // With a file of their own, medicines are not read twice.
  const found = find(
    table,
    medicines ? questions.filter(({ type }) => type !== 'medicines') : questions,
  );
  const file = medicines && medicineFile(medicines);
  const open = [...found.open, ...(file?.open ?? [])];
  const lines = [
    ...part('columns', found.facts),
    ...part('medicines', found.medicines),
    ...(found.name === undefined ? [] : [`name: ${quoted(found.name)}`]),
    ...part('medicine_file', file?.lines ?? []),
  ];
  return [
    '# Suggested from the names of the columns and some rows. Review every line: nothing here was checked by a person.',
    ...(lines.some((line) => line.includes(UNDECIDED))
      ? [
          `# Put an answer in place of each ${UNDECIDED}: a value named above it, unknown, declined, or null for none.`,
        ]
      : []),
    ...(table.namesAt === undefined
      ? []
      : [
          `# The names of the columns seem to stand on line ${table.namesAt}, below a title: suggest again with --header-row ${table.namesAt}.`,
        ]),
    ...missingLines(found.absent),
    ...lines,
    ...(open.length === 0
      ? []
      : [
          '# Which of these answer a question? Move those above, and the others under `ignore:` without the #.',
          '#ignore:',
          ...open.map((column) => `#  - ${quoted(column)}`),
        ]),
    '',
  ].join('\n');
}

/** Without which a row is rejected, whatever else it holds. */
const IDENTITY = ['id', 'procedure.type', 'procedure.at'];

function missingLines(absent: readonly string[]): string[] {
  return absent.length === 0
    ? []
    : [
        `# No column was found for ${absent.join(' and ')}, without which every row is rejected.`,
        '# What is the same for all of the file may stand under `constants:`, a line for each: `procedure.type: its value`.',
      ];
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

interface Found {
  readonly facts: string[];
  readonly medicines: string[];
  readonly open: string[];
  readonly absent: string[];
  name?: string;
}

function find(table: Sampled, questions: readonly Question[]): Found {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const facts = new Set(byId.keys());
  const found: Found = { facts: [], medicines: [], open: [], absent: [] };
  const taken = new Map<string, string>();
  const numbered = new Map<string, [field: string, column: string][]>();
  let hour: string | undefined;
  for (const column of table.header.filter((name) => name !== '')) {
    const meaning = meaningOf(column, facts);
    const list = table.lists?.get(column);
    // Under our own name, its objects are ours too.
    if (list && meaning?.kind === 'fact' && meaning.fact !== column)
      listOf(meaning.fact, column, list, found);
    else if (meaning?.kind === 'fact' && !taken.has(meaning.fact)) taken.set(meaning.fact, column);
    else if (meaning?.kind === 'medicine')
      numbered.set(meaning.number, [
        ...(numbered.get(meaning.number) ?? []),
        [meaning.field, column],
      ]);
    else if (meaning?.kind === 'name' && found.name === undefined) found.name = column;
    else if (meaning?.kind === 'hour' && hour === undefined) hour = column;
    else if (meaning?.kind === 'pressure') found.facts.push(...pressure(column, facts));
    else found.open.push(column);
  }
  const day = taken.get('procedure.at');
  const isSplit = hour !== undefined && day !== undefined && !holdsHours(day, table);
  if (hour !== undefined && !isSplit) found.open.push(hour);
  for (const [fact, column] of taken) {
    const question = byId.get(fact);
    const columns = hour !== undefined && isSplit && column === day ? [column, hour] : [column];
    if (question) found.facts.push(...factLines(question, columns, table));
  }
  found.absent.push(...IDENTITY.filter((fact) => !taken.has(fact)));
  for (const fields of numbered.values()) found.medicines.push(medicineLine(fields, table));
  return found;
}

/** A list of objects, a medicine each. */
function listOf(fact: string, column: string, objects: Sampled, found: Found): void {
  const { taken, open } = medicineFields(objects);
  const fields = [...taken].filter(([field]) => field !== 'id' && field !== 'list');
  const specs = fields.map(([field, key]) => `${field}: ${fieldSpec(field, key, objects)}`);
  const list = fact === 'supplements' ? ['list: supplements'] : [];
  found.medicines.push(`  - {${[...list, `each: ${quoted(column)}`, ...specs].join(', ')}}`);
  found.open.push(...open.map((key) => `${column}.${key}`));
}

function holdsHours(column: string, table: Sampled): boolean {
  return samplesOf([column], table).some((each) => each.includes(':'));
}

function factLines(question: Question, columns: readonly string[], table: Sampled): string[] {
  const samples = samplesOf(columns, table);
  const parts: Parts = columns.some(isBirth)
    ? [['as', 'age'], ...formatPart(samples, false)]
    : partsFor(question, samples);
  const line = `  ${question.id}: ${spec(columns, parts)}`;
  return line.includes(UNDECIDED) && 'choices' in question
    ? [`  # one of: ${Object.keys(question.choices).join(', ')}`, line]
    : [line];
}

/** Both pressures stand in one cell, parted by a stroke. */
function pressure(column: string, facts: ReadonlySet<string>): string[] {
  return ['blood_pressure.systolic', 'blood_pressure.diastolic'].flatMap((fact, index) =>
    facts.has(fact)
      ? [
          `  ${fact}: ${spec(
            [column],
            [
              ['separator', quoted('/')],
              ['part', String(index + 1)],
            ],
          )}`,
        ]
      : [],
  );
}

function medicineLine(fields: readonly (readonly [string, string])[], table: Sampled): string {
  const specs = fields.map(([field, column]) => `${field}: ${fieldSpec(field, column, table)}`);
  return `  - {${specs.join(', ')}}`;
}

function medicineFile(table: Sampled): { readonly lines: string[]; readonly open: string[] } {
  const { taken, open } = medicineFields(table);
  const lines = [...taken].map(
    ([field, column]) => `  ${field}: ${fieldSpec(field, column, table)}`,
  );
  return { lines, open };
}

/** The columns of one medicine a row that seem to hold its fields, and those that do not. */
function medicineFields(table: Sampled): { readonly taken: Map<string, string>; open: string[] } {
  const taken = new Map<string, string>();
  const open: string[] = [];
  for (const column of table.header.filter((name) => name !== '')) {
    const field = medicineField(column);
    if (field === undefined || taken.has(field)) open.push(column);
    else taken.set(field, column);
  }
  return { taken, open };
}

function fieldSpec(field: string, column: string, table: Sampled): string {
  return spec([column], medicineParts(field, samplesOf([column], table)));
}

function spec(columns: readonly string[], parts: Parts): string {
  const name =
    columns.length === 1 ? quoted(columns[0] ?? '') : `[${columns.map(quoted).join(', ')}]`;
  if (parts.length === 0 && columns.length === 1) return name;
  return `{column: ${name}${parts.map(([key, yaml]) => `, ${key}: ${yaml}`).join('')}}`;
}

/** What stands in these columns, joined as the mapping joins them. */
function samplesOf(columns: readonly string[], { rows }: Sampled): string[] {
  return distinct(
    rows.map((row) => columns.flatMap((column) => row.get(column)?.trim() || []).join(' ')),
  );
}
