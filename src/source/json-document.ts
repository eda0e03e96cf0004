import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

import type { Diagnostic, SourceText, Span } from './diagnostic.ts';
import type { Path, SourceDocument } from './document.ts';

/** Reads strict JSON, keeping positions. A key that stands twice is a fault: one of the two answers would be lost. */
export function readJson(source: SourceText): SourceDocument {
  const errors: ParseError[] = [];
  const deep = tooDeep(source);
  if (deep)
    return {
      value: undefined,
      locate: () => deep.span,
      locateKey: () => deep.span,
      diagnostics: [deep],
    };
  const root = parseTree(source.text, errors, { disallowComments: true });
  const isEmpty = source.text.trim() === '';
  const diagnostics = [
    ...(isEmpty
      ? [emptyFault(source)]
      : errors.slice(0, 1).map((error) => syntaxFault(source, error))),
    ...(root ? duplicateKeys(source, root) : []),
  ];
  return {
    value: root ? (getNodeValue(root) as unknown) : undefined,
    locate: (path) => spanOf(source, nodeAt(root, path)),
    locateKey: (path) => {
      const node = nodeAt(root, path);
      return spanOf(source, node?.parent?.type === 'property' ? node.parent.children?.[0] : node);
    },
    diagnostics,
  };
}

/** No intake nests as deeply as this, and the parser would run out of stack. */
const DEEPEST = 200;

function tooDeep(source: SourceText): Diagnostic | undefined {
  let depth = 0;
  for (let at = 0; at < source.text.length; at += 1) {
    const sign = source.text[at];
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) {
      const span = { source, start: at, end: at + 1 };
      return {
        code: 'invalid-json',
        severity: 'error',
        message: 'this is nested too deeply',
        span,
      };
    }
  }
  return undefined;
}

function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  if (!root) return undefined;
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

function spanOf(source: SourceText, node: Node | undefined): Span {
  const start = node?.offset ?? 0;
  return { source, start, end: start + (node?.length ?? 0) };
}

function syntaxFault(source: SourceText, error: ParseError): Diagnostic {
  const words = printParseErrorCode(error.error)
    .replaceAll(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();
  return {
    code: 'invalid-json',
    severity: 'error',
    message: `this is not valid JSON: ${words}`,
    span: { source, start: error.offset, end: error.offset + error.length },
  };
}

function emptyFault(source: SourceText): Diagnostic {
  return {
    code: 'invalid-json',
    severity: 'error',
    message: 'the file is empty',
    span: { source, start: 0, end: 0 },
  };
}

function* duplicateKeys(source: SourceText, node: Node): Generator<Diagnostic> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    if (key) {
      if (seen.has(key.value)) {
        yield {
          code: 'duplicate-key',
          severity: 'error',
          message: `\`${String(key.value)}\` stands twice`,
          span: spanOf(source, key),
        };
      }
      seen.add(key.value);
    }
    yield* duplicateKeys(source, child);
  }
}
