import * as z from 'zod';

import type { Diagnostic, Parsed, SourceText } from './diagnostic.ts';
import type { Path, SourceDocument } from './document.ts';
import { didYouMean } from './suggest.ts';
import { readYaml } from './yaml-document.ts';

/** A file read into the shape that a schema asks for, with the document that knows where everything stands. */
export interface ParsedFile<T> {
  readonly document: SourceDocument;
  readonly value: T;
}

/** Reads a YAML file by a schema; every fault of the file at once, each at its place. */
export function parseYamlWith<S extends z.ZodType>(
  schema: S,
  source: SourceText,
): Parsed<ParsedFile<z.output<S>>> {
  const document = readYaml(source);
  if (document.diagnostics.length > 0) return { ok: false, diagnostics: document.diagnostics };
  const result = schema.safeParse(document.value);
  if (result.success) return { ok: true, value: { document, value: result.data } };
  const diagnostics = result.error.issues.flatMap((issue) =>
    issueFaults(document, issue, [], schema),
  );
  return { ok: false, diagnostics };
}

type Issue = z.core.$ZodIssue;

function issueFaults(
  document: SourceDocument,
  issue: Issue,
  base: Path,
  schema: z.ZodType,
): Diagnostic[] {
  const path = [
    ...base,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknown-key',
      severity: 'error',
      message: `\`${key}\` is no key that may stand here`,
      span: document.locateKey([...path, key]),
      ...didYouMean(key, knownKeys(schema)),
    }));
  }
  if (isMissing(document.value, path)) {
    const message = `\`${String(path.at(-1))}\` is missing here`;
    return [{ code: 'missing-key', severity: 'error', message, span: document.locate(path) }];
  }
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => issueFaults(document, inner, path, schema));
  }
  return [{ severity: 'error', span: document.locate(path), ...describe(issue) }];
}

function isMissing(root: unknown, path: Path): boolean {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value === undefined;
}

/** Of the alternatives of a union, the one that got furthest: its faults are what the writer meant. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches
    .filter((branch) => branch.length > 0)
    .toSorted((a, b) => depth(b) - depth(a) || custom(b) - custom(a))[0];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}

function custom(issues: readonly Issue[]): number {
  return issues.filter(({ code }) => code === 'custom').length;
}

function describe(issue: Issue): { code: string; message: string; help?: string } {
  if (issue.code === 'custom') {
    const help = issue.params?.['help'];
    return {
      code: String(issue.params?.['code'] ?? 'invalid-value'),
      message: issue.message,
      ...(typeof help === 'string' ? { help } : {}),
    };
  }
  return { code: 'invalid-value', message: plain(issue.message) };
}

function plain(message: string): string {
  const words = message.replace(/^Invalid (input|option|string): /, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Every key that the schema knows anywhere, for "did you mean". */
function knownKeys(schema: z.ZodType): Set<string> {
  const keys = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'properties' && typeof child === 'object' && child !== null) {
        for (const name of Object.keys(child)) keys.add(name);
      }
      collect(child);
    }
  };
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return keys;
}
