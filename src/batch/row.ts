import type { ChartNote } from '../evaluation/result.ts';
import type { QuoteFault } from './csv-reader.ts';

/** One row of a source, as it was found. */
export interface Row {
  /** One-based count of the rows of its source; a header and blank lines are none. */
  readonly record: number;
  /** One-based physical line on which it starts; in a sheet, its row. */
  readonly line: number;
  /** As it stands in its file: JSON as text, cells as a character a byte. */
  readonly raw: string;
  readonly content:
    | {
        readonly kind: 'cells';
        /** Null where the bytes are no text in the encoding of the file. */
        readonly cells: readonly (string | null)[];
        readonly fault?: QuoteFault;
      }
    | { readonly kind: 'json'; readonly fault?: 'wrong-encoding' }
    | { readonly kind: 'value'; readonly value: unknown };
}

/** Why a row cannot be decided. `message` may name what was found, so it stands only where the row itself does. */
export interface RowFault {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** The answers of a row under their dotted names, ready to be read; or what keeps us from having them. */
export type RowAnswers =
  | {
      readonly ok: true;
      readonly answers: unknown;
      /** What the patient is called, where the mapping says; it decides nothing and is shown only when asked for. */
      readonly name?: string;
      /** What was made of the conditions and allergies that came beside the answers. */
      readonly chart?: readonly ChartNote[];
      /** What came beside the answers and answers nothing by itself: columns that only a mapping can read. */
      readonly aside?: Readonly<Record<string, readonly string[]>>;
    }
  | {
      readonly ok: false;
      readonly id?: string;
      readonly faults: readonly RowFault[];
      /** The answers that have no fault so far, so that all faults of a row are told at once. */
      readonly rest?: unknown;
    };
