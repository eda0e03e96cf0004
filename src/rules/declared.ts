/** What stands in the files of the rules, and where. */
import type { Span } from '../source/diagnostic.ts';
import type { ParsedFile } from '../source/parse-with.ts';
import type { RuleFile } from './schema/rule-file.ts';

/** Something that was declared, and where. */
export interface Declared<T> {
  readonly value: T;
  readonly span: Span;
}

type ListKey = {
  [K in keyof RuleFile]-?: NonNullable<RuleFile[K]> extends readonly unknown[] ? K : never;
}[keyof RuleFile];
type ItemOf<K extends ListKey> = NonNullable<RuleFile[K]>[number];

/** A part of which a rule set has one. */
export function single<K extends 'set' | 'wording' | 'plans' | 'sheet' | 'healthy'>(
  files: readonly ParsedFile<RuleFile>[],
  key: K,
): RuleFile[K] {
  return files.map(({ value }) => value[key]).find((value) => value !== undefined);
}

export function list<K extends ListKey>(
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

export function values<K extends ListKey>(
  files: readonly ParsedFile<RuleFile>[],
  key: K,
): ItemOf<K>[] {
  return list(files, key).map(({ value }) => value);
}
