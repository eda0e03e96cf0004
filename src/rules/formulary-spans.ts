import { type FormularySource, partOf } from '../medicines/compile/formulary-part.ts';
import type { Span } from '../source/diagnostic.ts';

/** Where the classes and look-alikes of a formulary were written: `classes:nsaid`, `lookalikes:3`. */
export function formularySpans(files: readonly FormularySource[]): [string, Span][] {
  return [
    ...partOf(files, 'class_names').map(({ item, at }): [string, Span] => [
      `classes:${item.id}`,
      at(),
    ]),
    ...partOf(files, 'lookalikes').map(({ at }, index): [string, Span] => [
      `lookalikes:${index}`,
      at(),
    ]),
  ];
}
