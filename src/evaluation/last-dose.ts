/**
 * When the last dose before the procedure was, or will have been. On the day, that is what was said. Ahead of
 * the day, a medicine that is still taken is judged as if the last dose were now, since it can still be paused.
 */
import type { Instant } from '../time/zone.ts';
import { type Context, isOnTheDay, type ScreenedMedicine } from './context.ts';

/** Every moment that the answers leave open; `earlier`: any moment before it is open too. */
export interface LastDose {
  readonly moments: readonly Instant[];
  readonly earlier: boolean;
}

/** Undefined when nothing is known: neither when it was taken last nor whether it is still taken. */
export function lastDose(context: Context, medicine: ScreenedMedicine): LastDose | undefined {
  if (context.continued.has(medicine.position))
    return { moments: [context.procedureAt], earlier: false };
  const { last_taken: taken, still_taking: still } = medicine.given;
  const now = context.screenedAt;
  const said =
    taken === undefined ? { moments: [now], earlier: true } : { moments: [taken], earlier: false };
  if (isOnTheDay(context) || still === false) return said;
  if (still === true) return { moments: [now], earlier: false };
  return taken === undefined ? undefined : { moments: [taken, now], earlier: false };
}

/** Whether the medicine may still be taken, so that pausing it lies ahead. */
export function canBePaused(context: Context, medicine: ScreenedMedicine): boolean {
  return !isOnTheDay(context) && medicine.given.still_taking !== false;
}

/** The moment from which a wait counts; undefined when it is not known. */
export function waitsFrom(context: Context, medicine: ScreenedMedicine): Instant | undefined {
  return medicine.given.still_taking === false ? medicine.given.last_taken : context.screenedAt;
}
