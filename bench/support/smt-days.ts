/** Where calendar days begin, as a function for an SMT solver. */
import type { Context } from '../../src/evaluation/context.ts';
import { number } from './smt-text.ts';

const MINUTE = 60_000;

/** Of the days up to so far from the procedure: whole days, and what the clock has been put forward or back by then. */
export function dayStarts(
  name: string,
  { zone, procedureAt, procedureDay }: Context,
  reach: number,
): string {
  const shiftOf = (day: number): number =>
    (zone.startOfDay(day) - procedureAt) / MINUTE - 1440 * (day - procedureDay);
  let shift = number(shiftOf(procedureDay - reach));
  for (let day = procedureDay - reach + 1; day <= procedureDay + reach; day += 1)
    if (shiftOf(day) !== shiftOf(day - 1))
      shift = `(ite (< day ${day}) ${shift} ${number(shiftOf(day))})`;
  return `(define-fun ${name} ((day Int)) Int (+ (* 1440 (- day ${procedureDay})) ${shift}))`;
}
