import { isMap, isPair, isScalar, LineCounter, type Node, parseAllDocuments, visit } from 'yaml';

import type { Diagnostic, SourceText, Span } from './diagnostic.ts';
import type { Path, SourceDocument } from './document.ts';

/**
 * Reads one YAML 1.2 document, keeping positions. Anchors, aliases, tags and further documents are faults:
 * what a file says must stand where a reader looks for it.
 */
export function readYaml(source: SourceText): SourceDocument {
  const parsed = parseAllDocuments(source.text, { lineCounter: new LineCounter(), prettyErrors: false });
  const documents = Array.isArray(parsed) ? parsed : [];
  const root = documents[0];
  const diagnostics: Diagnostic[] = [];
  const fault = (code: string, message: string, start: number, end: number): void => {
    diagnostics.push({ code, severity: 'error', message, span: { source, start, end } });
  };
  for (const document of documents) {
    for (const error of document.errors) {
      const duplicate = error.code === 'DUPLICATE_KEY';
      fault(
        duplicate ? 'duplicate-key' : 'invalid-yaml',
        duplicate ? 'this key stands twice' : `this is not valid YAML: ${firstLine(error.message)}`,
        ...error.pos,
      );
    }
  }
  if (!root) fault('invalid-yaml', 'the file is empty', 0, 0);
  if (documents.length > 1) {
    const start = documents[1]?.range[0] ?? 0;
    fault('invalid-yaml', 'a second document (`---`) stands in the file', start, start + 1);
  }
  if (root) {
    visit(root, {
      Alias: (_, { range }) => fault('invalid-yaml', 'aliases are not allowed', range?.[0] ?? 0, range?.[1] ?? 0),
      Node: (_, node) => {
        if ('anchor' in node && node.anchor !== undefined) {
          fault('invalid-yaml', 'anchors are not allowed', ...rangeOf(node));
        }
      },
    });
  }
  const span = (node: unknown): Span => {
    const [start, end] = rangeOf(node);
    return { source, start, end };
  };
  const find = (path: Path): { node: unknown; key: unknown } => {
    let node: unknown = root?.contents;
    let key: unknown;
    for (const step of path) {
      const pair = isMap(node)
        ? node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
        : undefined;
      const next: unknown = pair ? (pair.value ?? pair.key) : childAt(node, step);
      if (next === undefined) break;
      key = pair?.key;
      node = next;
    }
    return { node, key };
  };
  return {
    value: diagnostics.length === 0 ? (root?.toJS() as unknown) : undefined,
    locate: (path) => span(find(path).node),
    locateKey: (path) => {
      const { node, key } = find(path);
      return span(key ?? node);
    },
    diagnostics,
  };
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
