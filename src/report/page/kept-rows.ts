/** The rows of the worklist page as they are decided: all of them are counted, and those that need the most are kept. */
import { NONE, type Tally } from '../../batch/tally.ts';
import { byWork, type Listed } from '../../batch/worklist.ts';
import type { Disposition } from '../../rules/schema/common.ts';
import type { Zone } from '../../time/zone.ts';

/** More rows than this are no worklist that anybody reads. */
const MOST_ROWS = 5000;

export type Counts = Tally['decided'];

/** A row that is on the page, and where all of it is found again. */
export interface PageLine extends Pick<Listed, 'id' | 'at' | 'task'> {
  readonly place: number;
}

/** All of it, in a form that JSON keeps. */
export interface PageState {
  readonly kept: readonly PageLine[];
  readonly count: number;
  readonly days: readonly (readonly [number, Counts])[];
  readonly rules: readonly (readonly [string, Counts])[];
}

export class KeptRows {
  readonly #zone: Zone;
  #kept: PageLine[];
  #count: number;
  readonly #days: Map<number, Counts>;
  readonly #rules: Map<string, Counts>;
  /** No row that comes behind this one can be on the page any more. */
  #last: PageLine | undefined;

  constructor(zone: Zone, { kept, count, days, rules }: PageState = EMPTY) {
    this.#zone = zone;
    this.#kept = [...kept];
    this.#count = count;
    this.#days = new Map(days);
    this.#rules = new Map(rules);
  }

  /** `keep` puts all of the row aside and tells where; it is asked only for a row that may be on the page. */
  add({ id, at, task, disposition, standing }: Listed, keep: () => number): void {
    this.#count += 1;
    addTo(this.#days, this.#zone.dayOf(at), disposition);
    for (const [rule, worst] of standing) addTo(this.#rules, rule, worst);
    if (this.#last && byWork({ id, at, task }, this.#last) >= 0) return;
    this.#kept.push({ id, at, task, place: keep() });
    if (this.#kept.length <= 2 * MOST_ROWS) return;
    this.#kept = this.sorted();
    this.#last = this.#kept.at(-1);
  }

  /** In the order of the morning's work. */
  sorted(): PageLine[] {
    return this.#kept.toSorted(byWork).slice(0, MOST_ROWS);
  }

  state(): PageState {
    const [days, rules] = [[...this.#days], [...this.#rules]];
    return { kept: this.#kept, count: this.#count, days, rules };
  }

  get left(): number {
    return Math.max(0, this.#count - MOST_ROWS);
  }

  /** By the day of the procedure. */
  get days(): ReadonlyMap<number, Counts> {
    return this.#days;
  }

  /** By the rule that stands in the way, the worst of its findings of a patient. */
  get rules(): ReadonlyMap<string, Counts> {
    return this.#rules;
  }
}

const EMPTY: PageState = { kept: [], count: 0, days: [], rules: [] };

function addTo<K>(all: Map<K, Counts>, key: K, disposition: Disposition): void {
  const counts = all.get(key) ?? NONE.decided;
  all.set(key, { ...counts, [disposition]: counts[disposition] + 1 });
}
