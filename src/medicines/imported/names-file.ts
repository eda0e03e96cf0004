/** The file that an import writes and a site names: JSON, a name a line, so that two months of it can be compared. */
import type { Diagnostic, Parsed, SourceText } from '../../source/diagnostic.ts';
import type { Path } from '../../source/document.ts';
import { readJson } from '../../source/json-document.ts';
import { parseJson } from '../../source/parse-json.ts';
import { foldName } from '../fold.ts';

export const SCHEMA = 'prescreen.names/1';

const KINDS = ['generic', 'brand', 'synonym'] as const;

export interface ImportedIngredient {
  readonly name: string;
  readonly rxcui: string;
  /** The names of our ingredients that it is, where our vocabulary has it under another name. */
  readonly ours?: readonly string[];
}

/** A name as it is spelled, its kind, and indexes of its ingredients. */
export type ImportedName = readonly [
  spelled: string,
  kind: (typeof KINDS)[number],
  of: readonly number[],
];

export interface NamesFile {
  readonly schema: typeof SCHEMA;
  /** The files that were imported, with the digest of each. */
  readonly from: Readonly<Record<string, string>>;
  readonly ingredients: readonly ImportedIngredient[];
  /** What people say and write, sorted by folded name. */
  readonly names: readonly ImportedName[];
  /** Full descriptions with strength and form, as exports hold them, sorted likewise. */
  readonly products: readonly ImportedName[];
}

export function namesFileText({ schema, from, ingredients, names, products }: NamesFile): string {
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const parts = [
    `"schema": ${JSON.stringify(schema)}`,
    `"from": ${JSON.stringify(from)}`,
    `"ingredients": ${list(ingredients)}`,
    `"names": ${list(names)}`,
    `"products": ${list(products)}`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** Reads a names file; what is wrong with it is told where it stands. */
export function readNamesFile(source: SourceText): Parsed<NamesFile> {
  const value = parseJson(source.text);
  if (value === undefined) return { ok: false, diagnostics: syntaxFaults(source) };
  const fault = faultOf(value);
  if (fault === undefined) return { ok: true, value: value as NamesFile };
  // Only here is the file read again with places: that is slow, and it is long.
  const span = readJson(source).locate(fault.path);
  return {
    ok: false,
    diagnostics: [{ code: 'invalid-names', severity: 'error', message: fault.message, span }],
  };
}

function syntaxFaults(source: SourceText): readonly Diagnostic[] {
  const document = readJson(source);
  if (document.diagnostics.length > 0) return document.diagnostics;
  const span = document.locate([]);
  return [{ code: 'invalid-json', severity: 'error', message: 'this is not valid JSON', span }];
}

interface Fault {
  readonly path: Path;
  readonly message: string;
}

function faultOf(value: unknown): Fault | undefined {
  if (!isRecord(value) || value['schema'] !== SCHEMA) {
    return { path: ['schema'], message: `it does not say that its schema is ${SCHEMA}` };
  }
  const { ingredients } = value;
  if (!Array.isArray(ingredients)) return { path: ['ingredients'], message: 'expected a list' };
  const wrong = ingredients.findIndex((each) => !isIngredient(each));
  if (wrong !== -1) return { path: ['ingredients', wrong], message: 'expected name and rxcui' };
  return (
    listFault('names', value['names'], ingredients.length) ??
    listFault('products', value['products'], ingredients.length)
  );
}

function listFault(list: string, items: unknown, ingredients: number): Fault | undefined {
  if (!Array.isArray(items)) return { path: [list], message: 'expected a list' };
  let before = '';
  for (const [index, item] of items.entries()) {
    if (!isName(item, ingredients)) {
      const message = `expected a name, one of ${KINDS.join(', ')}, and indexes of ingredients`;
      return { path: [list, index], message };
    }
    const key = foldName(item[0]);
    if (key <= before) {
      return { path: [list, index], message: `\`${item[0]}\` does not stand in order` };
    }
    before = key;
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIngredient(value: unknown): value is ImportedIngredient {
  if (!isRecord(value)) return false;
  const { name, rxcui, ours = [] } = value;
  const isList = Array.isArray(ours) && ours.every((each) => typeof each === 'string');
  return typeof name === 'string' && typeof rxcui === 'string' && isList;
}

function isName(value: unknown, ingredients: number): value is ImportedName {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [spelled, kind, of]: readonly unknown[] = value;
  const isKnown = (number: unknown): boolean =>
    Number.isInteger(number) && Number(number) >= 0 && Number(number) < ingredients;
  return (
    typeof spelled === 'string' &&
    KINDS.some((each) => each === kind) &&
    Array.isArray(of) &&
    of.length > 0 &&
    of.every(isKnown)
  );
}
