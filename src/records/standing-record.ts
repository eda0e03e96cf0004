import type { CallLog } from '../interview/call-log.ts';
import type { AdditionRecord, ScreeningRecord } from './record.ts';

/** A screening with what was added to it later; its own result stays what it was. */
export interface StandingRecord extends ScreeningRecord {
  readonly additions: readonly AdditionRecord[];
}

/** Joins a screening and the additions to it, in the order in which they were saved. */
export function standingRecord(
  screening: ScreeningRecord,
  additions: readonly AdditionRecord[],
): StandingRecord {
  return {
    ...screening,
    call: additions.reduce((call, addition) => joined(call, addition.call), screening.call),
    overrides: [...screening.overrides, ...additions.flatMap(({ overrides }) => overrides)],
    additions,
  };
}

/** What is said later of the same thing holds. */
function joined(before: CallLog, { attempts, ...later }: CallLog): CallLog {
  return { ...before, ...later, attempts: [...before.attempts, ...attempts] };
}
