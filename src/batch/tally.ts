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
  /** The same by code and question, `not-a-date procedure.at`: of our questions only, as a name in a file may be anybody's. */
  readonly places: ReadonlyMap<string, number>;
}

export const NONE: Tally = {
  rows: 0,
  decided: { go: 0, 'contact-physician': 0, hold: 0 },
  tooLate: 0,
  emergencies: 0,
  rejected: 0,
  faults: new Map(),
  places: new Map(),
};

/** `facts` are the questions. */
export function tallyOf(outcome: Outcome, isTooLate: boolean, facts: ReadonlySet<string>): Tally {
  if (!outcome.ok) {
    const codes = outcome.faults.map(({ code }) => code);
    const places = outcome.faults.flatMap(({ code, field }) => {
      // What is wrong with a medicine is said of its list: `medications[0].last_taken`.
      const [fact = ''] = field.split('[');
      return facts.has(fact) ? [`${code} ${fact}`] : [];
    });
    return { ...NONE, rows: 1, rejected: 1, faults: onceEach(codes), places: onceEach(places) };
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
    faults: sums(a.faults, b.faults),
    places: sums(a.places, b.places),
  };
}

type Counts = ReadonlyMap<string, number>;

function onceEach(keys: readonly string[]): Counts {
  return new Map(keys.map((key) => [key, 1]));
}

function sums(a: Counts, b: Counts): Counts {
  if (b.size === 0) return a;
  const all = new Map(a);
  for (const [key, count] of b) all.set(key, (all.get(key) ?? 0) + count);
  return all;
}

export function decidedRows({ decided }: Tally): number {
  return decided.go + decided['contact-physician'] + decided.hold;
}
