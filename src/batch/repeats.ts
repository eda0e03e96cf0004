/** Patients who stand in several rows for one procedure: each row is decided, and somebody should know. */
import type { Disposition } from '../rules/schema/common.ts';

export interface Repeated {
  readonly rows: number;
  /** The first of them, in the order of the input. */
  readonly places: readonly { readonly file: string; readonly line: number }[];
  /** What they were decided as. */
  readonly dispositions: readonly Disposition[];
}

export interface Repeats {
  readonly patients: number;
  /** The first of them. */
  readonly named: readonly Repeated[];
}
