import type { Disposition } from '../rules/schema/common.ts';
import type { Outcome } from './decide-row.ts';

/** What became of the rows, counted. Rows in are decided or rejected, and nothing else. */
export interface Tally {
  readonly rows: number;
  readonly decided: Readonly<Record<Disposition, number>>;
  readonly tooLate: number;
  readonly emergencies: number;
  readonly rejected: number;
  /** Rows by what they were rejected for; one may have several faults. */
  readonly faults: ReadonlyMap<string, number>;
}

export const NONE: Tally = {
  rows: 0,
  decided: { go: 0, 'contact-physician': 0, hold: 0 },
  tooLate: 0,
  emergencies: 0,
  rejected: 0,
  faults: new Map(),
};

export function tallyOf(outcome: Outcome, isTooLate: boolean): Tally {
  if (!outcome.ok) {
    const codes = new Set(outcome.faults.map(({ code }) => code));
    return { ...NONE, rows: 1, rejected: 1, faults: new Map([...codes].map((code) => [code, 1])) };
  }
  const { disposition, urgency } = outcome.result;
  return {
    ...NONE,
    rows: 1,
    decided: { ...NONE.decided, [disposition]: 1 },
    tooLate: Number(isTooLate),
    emergencies: Number(urgency === 'emergency'),
  };
}

export function add(a: Tally, b: Tally): Tally {
  const faults = new Map(a.faults);
  for (const [code, count] of b.faults) faults.set(code, (faults.get(code) ?? 0) + count);
  return {
    rows: a.rows + b.rows,
    decided: {
      go: a.decided.go + b.decided.go,
      'contact-physician': a.decided['contact-physician'] + b.decided['contact-physician'],
      hold: a.decided.hold + b.decided.hold,
    },
    tooLate: a.tooLate + b.tooLate,
    emergencies: a.emergencies + b.emergencies,
    rejected: a.rejected + b.rejected,
    faults,
  };
}

export function decidedRows({ decided }: Tally): number {
  return decided.go + decided['contact-physician'] + decided.hold;
}
