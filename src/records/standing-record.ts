import type { CallLog } from '../interview/call-log.ts';
import type { AdditionRecord, ScreeningRecord } from './record.ts';

/** A screening with what was added to it later; its own result stays what it was. */
export interface StandingRecord extends ScreeningRecord {
  readonly additions: readonly AdditionRecord[];
  /** The screenings that took it up again. */
  readonly followed_by: readonly string[];
}

/** Each screening of some records with what of them came after it; records and result are in the order of saving. */
export function standingRecords(
  records: readonly (ScreeningRecord | AdditionRecord)[],
): readonly StandingRecord[] {
  const additions = new Map<string, AdditionRecord[]>();
  const followers = new Map<string, string[]>();
  for (const each of records) {
    if (each.kind === 'addition') additions.set(each.to, [...(additions.get(each.to) ?? []), each]);
    else if (each.follows !== null)
      followers.set(each.follows, [...(followers.get(each.follows) ?? []), each.id]);
  }
  return records
    .filter((each) => each.kind === 'screening')
    .map((each) => standing(each, additions.get(each.id) ?? [], followers.get(each.id) ?? []));
}

function standing(
  screening: ScreeningRecord,
  additions: readonly AdditionRecord[],
  followedBy: readonly string[],
): StandingRecord {
  return {
    ...screening,
    call: additions.reduce((call, addition) => joined(call, addition.call), screening.call),
    overrides: [...screening.overrides, ...additions.flatMap(({ overrides }) => overrides)],
    additions,
    followed_by: followedBy,
  };
}

/** What is said later of the same thing holds. */
function joined(before: CallLog, { attempts, ...later }: CallLog): CallLog {
  return { ...before, ...later, attempts: [...before.attempts, ...attempts] };
}
