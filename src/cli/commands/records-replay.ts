import { replay } from '../../records/replay.ts';
import type { SealedReading } from '../../records/sealed-record.ts';
import {
  replayedText,
  type ReplayedRecord,
  type ReplayOutcome,
} from '../../report/records/replayed-text.ts';
import { Progress } from '../batch/progress.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { openRecord } from '../records/content-lock.ts';
import { findScreening } from '../records/find-record.ts';
import { type KeptRules, keptRules } from '../records/kept-rules.ts';
import { readAll } from '../records/read-all.ts';
import { CLOSED } from '../records/read-screenings.ts';
import { type Store, storeOf } from '../records/store.ts';
import { print, type Terminal } from '../terminal.ts';
import type { RecordsOptions } from './records-verify.ts';

/**
 * Decides what was recorded again, with the rules of that day; exits 1 when a result is not the same to the byte,
 * and 3 when nothing differs, but records are encrypted for a key that was not given.
 */
export async function replayRecords(
  ids: readonly string[],
  options: RecordsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const store = await storeOf(options, terminal);
  const progress = new Progress(terminal, options.json !== true, 'records');
  const rules = new Map<string, KeptRules>();
  const replayed: ReplayedRecord[] = [];
  for (const [number, reading] of wanted(ids, store.folder, progress)) {
    const outcome = await replayOne(reading, store, rules);
    if (outcome)
      replayed.push({ record: reading.ok ? reading.record.id : String(number), ...outcome });
  }
  progress.end();
  if (options.json) {
    print(terminal, JSON.stringify({ schema: 'prescreen.records-replay/1', replayed }, null, 2));
  } else {
    print(terminal, replayedText(replayed, paletteFor(terminal, options.color !== false)));
  }
  return exitOf(replayed);
}

function exitOf(replayed: readonly ReplayedRecord[]): ExitCode {
  if (replayed.every(({ is }) => is === 'same')) return EXIT.done;
  const isOnlyClosed = replayed.every(({ is }) => is === 'same' || is === 'closed');
  return isOnlyClosed ? EXIT.rejected : EXIT.failed;
}

function* wanted(
  ids: readonly string[],
  folder: string,
  progress: Progress,
): Generator<readonly [number, SealedReading]> {
  if (ids.length === 0) {
    for (const { number, reading } of readAll(folder, progress)) yield [number, reading];
  }
  for (const id of ids) {
    const record = findScreening(folder, id);
    yield [record.header.number, { ok: true, record }];
  }
}

/** What came of it; undefined for what is no screening. */
async function replayOne(
  reading: SealedReading,
  { folder, open }: Store,
  rules: Map<string, KeptRules>,
): Promise<ReplayOutcome | undefined> {
  if (!reading.ok) return { is: 'lost', why: CLOSED.damaged };
  const { header } = reading.record;
  if (header.kind !== 'screening') return undefined;
  const opened = await openRecord(reading.record, open);
  if (!opened.ok) {
    const is = opened.why === 'unreadable' ? 'lost' : 'closed';
    return { is, why: CLOSED[opened.why] };
  }
  if (opened.record.kind !== 'screening') return { is: 'lost', why: CLOSED.unreadable };
  const kept = rules.get(header.rules) ?? (await keptRules(folder, header.rules));
  rules.set(header.rules, kept);
  if (!kept.ok) return { is: 'lost', why: `${RULES} ${kept.fault}` };
  try {
    return replay(opened.record, kept.inForce.screener);
  } catch (error) {
    if (kept.isOfThisVersion) throw error;
    return { is: 'lost', why: `${RULES} of another version` };
  }
}

const RULES = 'the rules that decided are';
