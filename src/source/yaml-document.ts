import { type Document, isMap, isPair, isScalar, type Node, parseAllDocuments, visit } from 'yaml';

import type { Diagnostic, SourceText, Span } from './diagnostic.ts';
import type { Path, SourceDocument } from './document.ts';

type Fault = (code: string, message: string, start: number, end: number) => void;

/**
 * Reads one YAML 1.2 document, keeping positions. Anchors, aliases, tags, directives and further documents are
 * faults: what a file says must stand where a reader looks for it, and mean what it says.
 */
export function readYaml(source: SourceText): SourceDocument {
  const parsed = parseAllDocuments(source.text, { prettyErrors: false, uniqueKeys: isSameKey });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const root = documents[0];
  const diagnostics: Diagnostic[] = [];
  const fault: Fault = (code, message, start, end) => {
    diagnostics.push({ code, severity: 'error', message, span: { source, start, end } });
  };
  for (const document of documents) syntaxFaults(document, fault);
  if (root) forbiddenParts(root, fault);
  else fault('invalid-yaml', 'the file is empty', 0, 0);
  const further = documents[1];
  if (further) {
    const start = further.range?.[0] ?? 0;
    fault('invalid-yaml', 'a second document (`---`) stands in the file', start, start + 1);
  }
  const span = (node: unknown): Span => {
    const [start, end] = rangeOf(node);
    return { source, start, end };
  };
  return {
    value: diagnostics.length === 0 ? (root?.toJS() as unknown) : undefined,
    locate: (path) => span(find(root, path).node),
    locateKey: (path) => {
      const { node, key } = find(root, path);
      return span(key ?? node);
    },
    diagnostics,
  };
}

/** Keys that become one when they are read: `1` and `"1"`. */
function isSameKey(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && String(a.value) === String(b.value);
}

function syntaxFaults({ errors }: Document, fault: Fault): void {
  for (const { code, message, pos } of errors) {
    if (code === 'DUPLICATE_KEY') fault('duplicate-key', 'this key stands twice', ...pos);
    else fault('invalid-yaml', `this is not valid YAML: ${firstLine(message)}`, ...pos);
  }
}

function forbiddenParts(root: Document, fault: Fault): void {
  if (root.directives?.yaml.explicit) fault('invalid-yaml', 'a `%YAML` line is not allowed', 0, 1);
  visit(root, {
    Alias: (_, node) => fault('invalid-yaml', 'aliases are not allowed', ...rangeOf(node)),
    Pair: (_, { key }) => {
      if (!isScalar(key)) fault('invalid-yaml', 'a key is a single word or text', ...rangeOf(key));
    },
    Node: (_, node) => {
      if ('anchor' in node && node.anchor !== undefined) {
        fault('invalid-yaml', 'anchors are not allowed', ...rangeOf(node));
      }
      if (node.tag !== undefined)
        fault('invalid-yaml', 'tags (`!`) are not allowed', ...rangeOf(node));
      if (isScalar(node) && isRespelt(node.value, node.source)) {
        fault(
          'invalid-yaml',
          'this number would not stay as it is written: put it in quotes',
          ...rangeOf(node),
        );
      }
    },
  });
}

/** A number of which digits would be lost, so that a patient's 0123 would become 123. */
function isRespelt(value: unknown, text = ''): boolean {
  if (typeof value !== 'number') return false;
  return /^[-+]?0[0-9xo]/.test(text) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

function find(
  root: Document | undefined,
  path: Path,
): { readonly node: unknown; readonly key: unknown } {
  let node: unknown = root?.contents;
  let key: unknown;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
        )
      : undefined;
    const next: unknown = pair ? (pair.value ?? pair.key) : childAt(node, step);
    if (next === undefined) break;
    key = pair?.key;
    node = next;
  }
  return { node, key };
}

function childAt(node: unknown, step: string | number): unknown {
  if (typeof node !== 'object' || node === null || !('items' in node)) return undefined;
  const { items } = node;
  return Array.isArray(items) && typeof step === 'number' ? (items[step] as unknown) : undefined;
}

function rangeOf(node: unknown): [number, number] {
  const range = (node as Node | undefined)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.replace(/ at line.*$/, '') ?? text;
}
