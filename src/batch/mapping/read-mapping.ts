import type { RuleSet } from '../../rules/rule-set.ts';
import type { Diagnostic, Parsed, SourceText } from '../../source/diagnostic.ts';
import type { Path, SourceDocument } from '../../source/document.ts';
import { parseYamlWith } from '../../source/parse-with.ts';
import { didYouMean } from '../../source/suggest.ts';
import { REJECT_PREFIX } from '../table-answers.ts';
import { dateReader, type DateReader } from './date-format.ts';
import { type From, mappingSchema, type MappingFile, type Spec, UNDECIDED } from './schema.ts';

/** Where a value comes from, ready to be read. */
export interface Origin extends Omit<Spec, 'column' | 'format' | 'values'> {
  readonly columns: readonly string[];
  readonly readers: readonly DateReader[];
  readonly formats: readonly string[];
  /** Their words, folded, for ours. */
  readonly values: ReadonlyMap<string, string | number | boolean | null>;
}

interface MedicineColumns {
  readonly list: 'medications' | 'supplements';
  /** The key of a list, of whose objects the fields are read. */
  readonly each: string | undefined;
  readonly fields: ReadonlyMap<string, Origin>;
}

export interface Mapping {
  readonly facts: ReadonlyMap<string, Origin>;
  readonly constants: ReadonlyMap<string, string | number | boolean | null>;
  readonly medicines: readonly MedicineColumns[];
  readonly name: Origin | undefined;
  readonly medicineFile: ReadonlyMap<string, Origin> | undefined;
  readonly ignored: ReadonlySet<string>;
}

/** Reads a mapping and checks it against the questions in force. */
export function readMapping(source: SourceText, ruleSet: RuleSet): Parsed<Mapping> {
  const parsed = parseYamlWith(mappingSchema, source);
  if (!parsed.ok) return parsed;
  const { document, value } = parsed.value;
  const diagnostics = [...factFaults(value, document, ruleSet), ...specFaults(value, document)];
  return diagnostics.length > 0
    ? { ok: false, diagnostics }
    : { ok: true, value: mappingOf(value) };
}

export function foldWord(word: string): string {
  return word.trim().toLowerCase();
}

function mappingOf({
  columns = {},
  constants = {},
  medicines = [],
  medicine_file: file,
  name,
  ignore = [],
}: MappingFile): Mapping {
  return {
    facts: origins(columns),
    constants: new Map(Object.entries(constants)),
    medicines: medicines.map(({ list = 'medications', each, ...fields }) => ({
      list,
      each,
      fields: origins(fields),
    })),
    name: name === undefined ? undefined : originOf(name),
    medicineFile: file && origins(file),
    ignored: new Set(ignore),
  };
}

function origins(fields: Readonly<Record<string, From | undefined>>): Map<string, Origin> {
  return new Map(
    Object.entries(fields).flatMap(([name, from]) =>
      from === undefined ? [] : [[name, originOf(from)] as const],
    ),
  );
}

function originOf(from: From): Origin {
  const {
    column,
    format,
    values = {},
    ...rest
  }: Spec = typeof from === 'string' ? { column: from } : from;
  const formats = listOf(format);
  return {
    ...rest,
    columns: listOf(column),
    formats,
    readers: formats.flatMap((each) => dateReader(each) ?? []),
    values: new Map(Object.entries(values).map(([theirs, ours]) => [foldWord(theirs), ours])),
  };
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function factFaults(
  file: MappingFile,
  document: SourceDocument,
  { questions }: RuleSet,
): Diagnostic[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  const faults: Diagnostic[] = [];
  const add = (code: string, path: Path, message: string, help?: { help?: string }): void => {
    faults.push({ code, severity: 'error', message, span: document.locateKey(path), ...help });
  };
  for (const part of ['columns', 'constants'] as const) {
    for (const fact of Object.keys(file[part] ?? {})) {
      if (!known.has(fact))
        add(
          'unknown-fact',
          [part, fact],
          `\`${fact}\` is no question of this screen`,
          didYouMean(fact, known.keys()),
        );
      if (part === 'constants' && file.columns?.[fact] !== undefined)
        add('duplicate-fact', [part, fact], `\`${fact}\` has columns too`);
    }
  }
  for (const [index, { list = 'medications' }] of (file.medicines ?? []).entries()) {
    if (file.columns?.[list] ?? file.constants?.[list])
      add('duplicate-fact', ['medicines', index], `\`${list}\` is answered above too`);
  }
  return faults;
}

/** Formats that are none, and what a suggestion left to a person. */
function specFaults(file: MappingFile, document: SourceDocument): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const look = (from: From | undefined, path: Path): void => {
    if (typeof from !== 'object') return;
    for (const [word, ours] of Object.entries(from.values ?? {})) {
      if (ours === UNDECIDED)
        faults.push({
          code: 'undecided',
          severity: 'error',
          message: `what \`${word}\` stands for is not decided yet`,
          span: document.locate([...path, 'values', word]),
        });
    }
    for (const format of listOf(from.format)) {
      if (dateReader(format)) continue;
      faults.push({
        code: 'unknown-format',
        severity: 'error',
        message: `\`${format}\` is no format of dates`,
        help: 'write it like MM/DD/YYYY, DD.MM.YYYY HH:mm or M/D/YYYY h:mm A',
        span: document.locate([...path, 'format']),
      });
    }
  };
  for (const [fact, from] of Object.entries(file.columns ?? {})) look(from, ['columns', fact]);
  for (const [index, { list: _, each: __, ...fields }] of (file.medicines ?? []).entries()) {
    for (const [field, from] of Object.entries(fields)) look(from, ['medicines', index, field]);
  }
  for (const [field, from] of Object.entries(file.medicine_file ?? {}))
    look(from, ['medicine_file', field]);
  return faults;
}

/** Columns that a mapping says nothing of, and those that it asks for and that are not there. */
export function headerFaults(
  header: readonly string[],
  mapping: Mapping,
  facts: ReadonlySet<string>,
): { readonly unknown: string[]; readonly absent: string[] } {
  const asked = new Set(askedColumns(mapping));
  const isKnown = (name: string): boolean =>
    asked.has(name) ||
    mapping.ignored.has(name) ||
    facts.has(name) ||
    name === '' ||
    name.startsWith(REJECT_PREFIX);
  return {
    unknown: header.filter((name) => !isKnown(name)),
    absent: [...asked].filter((name) => !header.includes(name)),
  };
}

/** The columns, and the keys, that a mapping reads. */
export function askedColumns({ facts, medicines, name }: Mapping): string[] {
  const all = [
    ...facts.values(),
    ...medicines.flatMap(({ each, fields }) => (each === undefined ? [...fields.values()] : [])),
    ...(name ? [name] : []),
  ];
  const lists = medicines.flatMap(({ each }) => each ?? []);
  return [...all.flatMap(({ columns }) => columns), ...lists];
}
