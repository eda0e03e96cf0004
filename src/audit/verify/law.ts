import type { Bench } from '../regions/bench.ts';
import type { Nodes } from '../regions/nodes.ts';
import type { Raw } from '../regions/written.ts';

/** What came of a law: for every patient, or refuted by one, or neither. */
export interface Ruling {
  readonly status: 'proved' | 'refuted' | 'not-proved';
  /** What was looked at, and why that is enough; or what goes against it. */
  readonly basis: string;
  readonly regions: number;
  /** Replayed through the real evaluation. */
  readonly witness?: Raw;
}

export interface Law {
  readonly id: string;
  readonly says: string;
  readonly rule: (bench: Bench, nodes: Nodes) => Ruling;
}
