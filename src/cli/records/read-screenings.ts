import type { AdditionRecord, RecordHeader, ScreeningRecord } from '../../records/record.ts';
import type { SealedRecord } from '../../records/sealed-record.ts';
import { type StandingRecord, standingRecord } from '../../records/standing-record.ts';
import type { Progress } from '../batch/progress.ts';
import { Trouble } from '../trouble.ts';
import { openRecord } from './content-lock.ts';
import type { Open } from './age.ts';
import { findScreening } from './find-record.ts';
import type { Store } from './store.ts';
import { readRecord, recordNumbers } from './folder.ts';
import { readAll } from './read-all.ts';

/** A screening with what was added to it, by its id; an addition leads to the screening that it is about. */
export async function readStanding({ folder, open }: Store, id: string): Promise<StandingRecord> {
  const sealed = findScreening(folder, id);
  const screening = await openOrThrow(sealed, open);
  if (!isScreening(screening)) throw new Trouble(`${sealed.id} is no screening`);
  const additions: AdditionRecord[] = [];
  for (const number of recordNumbers(folder)) {
    if (number <= screening.number) continue;
    const reading = readRecord(folder, number);
    if (!reading?.ok || !isAbout(reading.record.header, screening.id)) continue;
    const addition = await openOrThrow(reading.record, open);
    if (!isScreening(addition)) additions.push(addition);
  }
  return standingRecord(screening, additions);
}

export interface StandingRecords {
  readonly records: readonly StandingRecord[];
  /** Why records could not be read, with how many. */
  readonly closed: ReadonlyMap<string, number>;
}

/** Every screening of a folder with what was added to it, in the order of saving. */
export async function readStandingRecords(
  { folder, open }: Store,
  progress: Progress,
): Promise<StandingRecords> {
  const screenings: ScreeningRecord[] = [];
  const additions = new Map<string, AdditionRecord[]>();
  const closed = new Map<string, number>();
  for (const { reading } of readAll(folder, progress)) {
    const opened = reading.ok ? await openRecord(reading.record, open) : DAMAGED;
    if (!('record' in opened)) {
      closed.set(CLOSED[opened.why], (closed.get(CLOSED[opened.why]) ?? 0) + 1);
    } else if (isScreening(opened.record)) {
      screenings.push(opened.record);
    } else {
      const { to } = opened.record;
      additions.set(to, [...(additions.get(to) ?? []), opened.record]);
    }
  }
  const records = screenings.map((each) => standingRecord(each, additions.get(each.id) ?? []));
  return { records, closed };
}

const DAMAGED = { ok: false, why: 'damaged' } as const;

/** Why a record cannot be read. */
export const CLOSED = {
  encrypted: 'encrypted; give the key with --identity FILE',
  'another-key': 'encrypted for another key than that of --identity',
  unreadable: 'of no form that this version can read',
  damaged: 'damaged; to see how: prescreen records verify',
} as const;

function isScreening(record: ScreeningRecord | AdditionRecord): record is ScreeningRecord {
  return record.kind === 'screening';
}

function isAbout(header: RecordHeader, id: string): boolean {
  return header.kind === 'addition' && header.to === id;
}

async function openOrThrow(
  sealed: SealedRecord,
  open: Open | undefined,
): Promise<ScreeningRecord | AdditionRecord> {
  const opened = await openRecord(sealed, open);
  if (opened.ok) return opened.record;
  throw new Trouble(`record ${sealed.id} is ${CLOSED[opened.why]}`);
}
