import type { Diagnostic, Severity, Span } from '../../source/diagnostic.ts';
import type { SourceDocument } from '../../source/document.ts';
import { didYouMean } from '../../source/suggest.ts';
import type { FormularyFile } from '../schema.ts';

/** A file of the formulary, and where each of its values was written. */
export interface FormularySource {
  readonly document: SourceDocument;
  readonly value: FormularyFile;
}

/** The parts of a file that are lists. */
type ListPart = {
  [Part in keyof FormularyFile]-?: NonNullable<FormularyFile[Part]> extends readonly unknown[]
    ? Part
    : never;
}[keyof FormularyFile];

type Item<Part extends ListPart> = NonNullable<FormularyFile[Part]>[number];

/** One entry of a part, with the place of whatever stands in it. */
export interface PartItem<Value> {
  readonly item: Value;
  readonly file: FormularyFile;
  readonly at: (...path: (string | number)[]) => Span;
}

/** The entries of one part in all files. */
export function partOf<Part extends ListPart>(
  files: readonly FormularySource[],
  part: Part,
): PartItem<Item<Part>>[] {
  return files.flatMap(({ document, value }) => {
    const items: readonly Item<Part>[] = value[part] ?? [];
    return items.map((item, index) => ({
      item,
      file: value,
      at: (...path: (string | number)[]) => document.locate([part, index, ...path]),
    }));
  });
}

/** The faults of a formulary, as they are found. */
export class Faults {
  readonly found: Diagnostic[] = [];

  add(code: string, message: string, span: Span, severity: Severity = 'error'): void {
    this.found.push({ code, severity, message, span });
  }

  unknown(
    what: 'name' | 'ingredient',
    name: string,
    span: Span,
    severity: Severity = 'error',
  ): void {
    this.add(`unknown-${what}`, `no ${what} \`${name}\` in the formulary`, span, severity);
  }

  /** A class that is not declared would concern no rule, and nobody would notice. */
  classes(ids: readonly string[], declared: ReadonlySet<string>, span: Span): void {
    for (const id of ids) {
      if (declared.has(id)) continue;
      const message = `\`${id}\` is no class of medicines`;
      this.found.push({
        code: 'unknown-class',
        severity: 'error',
        message,
        span,
        ...didYouMean(id, declared),
      });
    }
  }
}
