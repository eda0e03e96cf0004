/** The content of a record as it is written and read. */
import { readContent } from '../../records/read-content.ts';
import type { AdditionRecord, ScreeningRecord } from '../../records/record.ts';
import type { SealedRecord } from '../../records/sealed-record.ts';

export type Opened =
  | { readonly ok: true; readonly record: ScreeningRecord | AdditionRecord }
  | { readonly ok: false; readonly why: 'encrypted' | 'unreadable' };

/** Reads the content of a record, when it stands in the clear. */
export async function openRecord(sealed: SealedRecord): Promise<Opened> {
  if (sealed.header.content === 'age') return { ok: false, why: 'encrypted' };
  const record = readContent(sealed, sealed.content);
  return record ? { ok: true, record } : { ok: false, why: 'unreadable' };
}
