import type { Diagnostic, Span } from '../source/diagnostic.ts';
import type { ParsedFile } from '../source/parse-with.ts';
import { list } from './declared.ts';
import type { RuleFile } from './schema/rule-file.ts';

/** What may not share a name: a condition could mean either of two facts. */
const NAMESPACES = [
  ['sections'],
  ['groups'],
  ['topics'],
  ['parameters'],
  ['sources'],
  ['questions', 'definitions', 'lookups'],
  ['tables'],
  ['rules'],
] as const;

/** Whatever stands twice, of which one would silently be lost. */
export function duplicates(files: readonly ParsedFile<RuleFile>[]): Diagnostic[] {
  const twice = (
    items: readonly { readonly name: string; readonly span: Span }[],
    code: string,
  ): Diagnostic[] => {
    const seen = new Set<string>();
    return items.flatMap(({ name, span }) => {
      if (seen.has(name))
        return [{ code, severity: 'error', message: `\`${name}\` is declared twice`, span }];
      seen.add(name);
      return [];
    });
  };
  const parts = files.flatMap(({ value, document }) =>
    (['set', 'wording', 'plans', 'sheet', 'healthy'] as const)
      .filter((name) => value[name] !== undefined)
      .map((name) => ({ name, span: document.locateKey([name]) })),
  );
  return [
    ...twice(parts, 'duplicate-part'),
    ...NAMESPACES.flatMap((kinds) => {
      const declared = kinds.flatMap((kind) =>
        list(files, kind).map(({ value, span }) => ({ name: value.id, span })),
      );
      return twice(declared, 'duplicate-id');
    }),
  ];
}
