/** The rows of the worklist page as they are decided: all of them are counted, and those that need the most are kept. */
import type { PageEntry } from '../../batch/decide-rows.ts';
import { NONE, type Tally } from '../../batch/tally.ts';
import { byWork } from '../../batch/worklist.ts';
import type { Disposition } from '../../rules/schema/common.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Zone } from '../../time/zone.ts';

/** More rows than this are no worklist that anybody reads. */
const MOST_ROWS = 5000;

export type Counts = Tally['decided'];

export class PageRows {
  readonly #zone: Zone;
  #kept: PageEntry[] = [];
  #count = 0;
  readonly #days = new Map<number, Counts>();
  readonly #rules = new Map<string, Counts>();

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  add(entry: PageEntry): void {
    const { procedure_at: at, disposition, findings } = entry.result;
    this.#count += 1;
    count(this.#days, this.#zone.dayOf(readBack(at)), disposition);
    const standing = findings.filter((each) => each.disposition !== 'go');
    const worst = new Map(standing.toReversed().map((each) => [each.rule, each.disposition]));
    for (const [rule, each] of worst) count(this.#rules, rule, each);
    this.#kept.push(entry);
    if (this.#kept.length > 2 * MOST_ROWS) this.#kept = this.sorted();
  }

  /** In the order of the morning's work. */
  sorted(): PageEntry[] {
    return this.#kept.toSorted(byWork).slice(0, MOST_ROWS);
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

function count<K>(all: Map<K, Counts>, key: K, disposition: Disposition): void {
  const counts = all.get(key) ?? NONE.decided;
  all.set(key, { ...counts, [disposition]: counts[disposition] + 1 });
}
