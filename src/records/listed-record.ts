import type { Disposition } from '../rules/schema/common.ts';
import type { Day } from '../time/day.ts';
import { readBack } from '../time/parse-time.ts';
import type { Zone } from '../time/zone.ts';
import type { StandingRecord } from './standing-record.ts';

/** A screening in a line. */
export interface ListedRecord {
  readonly record: string;
  readonly saved_at: string;
  readonly screened_by: string;
  /** The clinic's own key. */
  readonly id: string;
  readonly procedure_at: string;
  readonly disposition: StandingRecord['result']['disposition'];
  readonly urgency: StandingRecord['result']['urgency'];
  /** What a physician made of it, where one did; the latest. */
  readonly overridden_to: Disposition | null;
  readonly follows: string | null;
  readonly additions: number;
}

export function listedRecord(record: StandingRecord): ListedRecord {
  const { result } = record;
  return {
    record: record.id,
    saved_at: record.saved_at,
    screened_by: record.screened_by,
    id: result.id,
    procedure_at: result.procedure_at,
    disposition: result.disposition,
    urgency: result.urgency,
    overridden_to: record.overrides.at(-1)?.disposition ?? null,
    follows: record.follows,
    additions: record.additions.length,
  };
}

/** Which records are wanted; days are those of the clinic, and both of a span belong to it. */
export interface RecordFilter {
  readonly id?: string | undefined;
  readonly by?: string | undefined;
  readonly disposition?: string | undefined;
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
  readonly procedureOn?: Day | undefined;
}

export function isWanted(record: ListedRecord, filter: RecordFilter, zone: Zone): boolean {
  const saved = zone.dayOf(readBack(record.saved_at));
  const procedure = zone.dayOf(readBack(record.procedure_at));
  const { id, by, disposition, since, until, procedureOn } = filter;
  return (
    (id === undefined || same(record.id, id)) &&
    (by === undefined || same(record.screened_by, by)) &&
    (disposition === undefined || record.disposition === disposition) &&
    (since === undefined || saved >= since) &&
    (until === undefined || saved <= until) &&
    (procedureOn === undefined || procedure === procedureOn)
  );
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
