/** Examples with another medicine in the place of theirs, taken last on either side of its times. */
import { momentsAround } from '../regions/moments.ts';
import type { Raw } from '../regions/written.ts';
import type { Duration } from '../../time/duration.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import type { Trial } from '../trials.ts';

const LISTS = ['medications', 'supplements'] as const;

export interface Substitute {
  readonly name: string;
  /** The times that its line tells. */
  readonly times: readonly Duration[];
}

/** The answers of an example of which the substitute is the one medicine. */
export function* substituted(
  { of, context }: Trial,
  { name, times }: Substitute,
  zone: Zone,
): Generator<Raw> {
  if (!('rule' in of)) return;
  const { given } = of.example;
  for (const list of LISTS) {
    const medicines = given[list];
    if (!Array.isArray(medicines)) continue;
    for (const [index, medicine] of medicines.entries()) {
      const own: object = typeof medicine === 'object' && medicine !== null ? medicine : {};
      for (const at of [undefined, ...lastDoses(times, context, zone)]) {
        const now = { ...own, name, ...(at === undefined ? {} : { last_taken: at }) };
        yield { ...given, [list]: medicines.with(index, now) };
      }
    }
  }
}

function lastDoses(
  times: readonly Duration[],
  { procedureAt, screenedAt }: { readonly procedureAt: Instant; readonly screenedAt: Instant },
  zone: Zone,
): string[] {
  const moments = new Set(momentsAround(procedureAt, times, zone));
  return [...moments]
    .filter((moment) => moment <= screenedAt)
    .map((moment) => zone.format(moment).slice(0, 16));
}
