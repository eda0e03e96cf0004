import { aboutOf, type AdditionRecord, type ScreeningRecord } from '../../records/record.ts';
import type { SealedRecord } from '../../records/sealed-record.ts';
import { type StandingRecord, standingRecords } from '../../records/standing-record.ts';
import type { Progress } from '../batch/progress.ts';
import { Trouble } from '../trouble.ts';
import type { Open } from './age.ts';
import { openRecord } from './content-lock.ts';
import { findScreening } from './find-record.ts';
import { readRecord, recordNumbers } from './folder.ts';
import { readAll } from './read-all.ts';
import type { Store } from './store.ts';

/** A screening with what came after it, by its id; an addition leads to the screening that it is about. */
export async function readStanding({ folder, open }: Store, id: string): Promise<StandingRecord> {
  const screening = findScreening(folder, id);
  const records = [await openOrThrow(screening, open)];
  for (const number of recordNumbers(folder)) {
    const later = number > screening.header.number ? readRecord(folder, number) : undefined;
    if (later?.ok && aboutOf(later.record.header) === screening.id)
      records.push(await openOrThrow(later.record, open));
  }
  const standing = standingRecords(records).find((each) => each.id === screening.id);
  if (!standing) throw new Trouble(`${screening.id} is no screening`);
  return standing;
}

export interface StandingRecords {
  readonly records: readonly StandingRecord[];
  /** Why records could not be read, with how many. */
  readonly closed: ReadonlyMap<string, number>;
}

/** Every screening of a folder with what came after it, in the order of saving. */
export async function readStandingRecords(
  { folder, open }: Store,
  progress: Progress,
): Promise<StandingRecords> {
  const records: (ScreeningRecord | AdditionRecord)[] = [];
  const closed = new Map<string, number>();
  for (const { reading } of readAll(folder, progress)) {
    const opened = reading.ok ? await openRecord(reading.record, open) : DAMAGED;
    if ('record' in opened) records.push(opened.record);
    else closed.set(CLOSED[opened.why], (closed.get(CLOSED[opened.why]) ?? 0) + 1);
  }
  return { records: standingRecords(records), closed };
}

const DAMAGED = { ok: false, why: 'damaged' } as const;

/** Why a record cannot be read. */
export const CLOSED = {
  encrypted: 'encrypted; give the key with --identity FILE',
  'another-key': 'encrypted for another key than that of --identity',
  unreadable: 'of no form that this version can read',
  damaged: 'damaged; to see how: prescreen records verify',
} as const;

async function openOrThrow(
  sealed: SealedRecord,
  open: Open | undefined,
): Promise<ScreeningRecord | AdditionRecord> {
  const opened = await openRecord(sealed, open);
  if (opened.ok) return opened.record;
  throw new Trouble(`record ${sealed.id} is ${CLOSED[opened.why]}`);
}
