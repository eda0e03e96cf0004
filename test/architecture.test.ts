import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const BELOW_RULES = ['logic', 'time', 'source', 'medicines'];
const DECIDES = [...BELOW_RULES, 'rules', 'intake', 'evaluation'];
const PURE = [...DECIDES, 'interview', 'audit', 'batch', 'records'];

/** Each layer and those that it may import, besides itself: only what lies below. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  logic: [],
  time: [],
  source: [],
  medicines: ['logic', 'time', 'source'],
  rules: BELOW_RULES,
  intake: [...BELOW_RULES, 'rules'],
  evaluation: [...BELOW_RULES, 'rules', 'intake'],
  interview: DECIDES,
  audit: DECIDES,
  batch: DECIDES,
  records: [...DECIDES, 'interview'],
  report: PURE,
  cli: [...PURE, 'report', 'build'],
  build: [...PURE, 'report', 'cli'],
};

/** Where the machine may be touched: files, clock, terminal. */
const EDGE = new Set(['cli', 'build']);

const SRC = new URL('../src/', import.meta.url);

interface SourceFile {
  /** From `src` on, with forward slashes. */
  readonly path: string;
  readonly layer: string;
  readonly lines: number;
  /** The text without its comments and the words of its strings. */
  readonly code: string;
  readonly imports: readonly string[];
}

const FILES: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name): SourceFile => {
    const path = name.replaceAll('\\', '/');
    const text = readFileSync(new URL(path, SRC), 'utf8');
    return {
      path,
      layer: path.split('/')[0] ?? '',
      lines: text.trimEnd().split('\n').length,
      code: text
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
        .replaceAll(/\/\/.*$/gm, ''),
      imports: [...text.matchAll(/(?:\bfrom|\bimport\s*\(|^import)\s*'([^']+)'/gm)].map(
        ([, target = '']) => target,
      ),
    };
  });

/** The files of the core: all that decides, and nothing that reads or writes. */
const CORE = FILES.filter(({ layer }) => !EDGE.has(layer));

/** The files whose code has the pattern, each with what was found. */
function having(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, code }) =>
    (pattern.exec(code) ?? []).map((found) => `${path}: ${found}`),
  );
}

describe('the layers', () => {
  test('are all that there is in src', () => {
    expect(
      [...new Set(FILES.map(({ layer }) => layer))].filter((layer) => !(layer in LAYERS)),
    ).toEqual([]);
  });

  test('import only what lies below', () => {
    const upward = FILES.flatMap(({ path, layer, imports }) =>
      imports
        .filter((target) => target.startsWith('.'))
        .map((target) => posix.join(posix.dirname(path), target))
        .filter((target) => {
          const below = target.split('/')[0] ?? '';
          return below !== layer && !LAYERS[layer]?.includes(below);
        })
        .map((target) => `${path} imports ${target}`),
    );
    expect(upward).toEqual([]);
  });

  test('have no circle of imports', () => {
    const targets = new Map(
      FILES.map(({ path, imports }) => [
        path,
        imports
          .filter((target) => target.startsWith('.'))
          .map((target) => posix.join(posix.dirname(path), target)),
      ]),
    );
    const done = new Set<string>();
    const circle = (path: string, way: readonly string[]): string | undefined => {
      if (way.includes(path)) return [...way.slice(way.indexOf(path)), path].join(' -> ');
      if (done.has(path)) return undefined;
      const found = (targets.get(path) ?? [])
        .map((target) => circle(target, [...way, path]))
        .find((each) => each !== undefined);
      done.add(path);
      return found;
    };
    expect(FILES.map(({ path }) => circle(path, [])).filter((each) => each !== undefined)).toEqual(
      [],
    );
  });
});

describe('the core', () => {
  test('imports nothing of Node', () => {
    const node = CORE.flatMap(({ path, imports }) =>
      imports.filter((target) => target.startsWith('node:')).map((target) => `${path}: ${target}`),
    );
    expect(node).toEqual([]);
  });

  test.each([
    ['has no clock of its own', /(?<![.\w])(?:Date|performance)\b(?!['"\w:])/],
    ['asks for no present moment', /\bTemporal\.Now\.(?!zonedDateTimeISO\(id\)\.timeZoneId)\w+/],
    ['throws no dice', /\bMath\.random\b|(?<![.\w])crypto\b/],
    ['knows no process', /(?<![.\w])process\b\s*[.[]/],
    ['prints nothing', /(?<![.\w])console\b/],
    ['waits for nothing', /\b(?:await|async|Promise|setTimeout|queueMicrotask)\b/],
    ['fetches nothing', /(?<![.\w])fetch\s*\(/],
    ['reaches for no global', /\bglobalThis\b/],
  ])('%s', (_, pattern) => {
    expect(having(CORE, pattern)).toEqual([]);
  });

  test('leaves the calendar to the layer of time', () => {
    expect(
      having(
        CORE.filter(({ layer }) => layer !== 'time'),
        /\bTemporal\b/,
      ),
    ).toEqual([]);
  });
});

describe('a file', () => {
  test('is no longer than 300 lines', () => {
    expect(
      FILES.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
  });

  test('is named in lower case with dashes', () => {
    expect(
      FILES.map(({ path }) => path).filter(
        (path) => !/^(?:[a-z]+\/)+[a-z]+(?:-[a-z]+)*\.ts$/.test(path),
      ),
    ).toEqual([]);
  });

  test('has no export without a name', () => {
    expect(having(FILES, /\bexport default\b/)).toEqual([]);
  });

  test('hands on nothing that another exports', () => {
    expect(having(FILES, /\bexport\s*(?:\*|(?:type\s*)?\{[^}]*\})\s*from\b/)).toEqual([]);
  });
});
