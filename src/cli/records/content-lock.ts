/** The content of a record as it is written and read. */
import { readContent } from '../../records/read-content.ts';
import type { AdditionRecord, ScreeningRecord } from '../../records/record.ts';
import type { SealedRecord } from '../../records/sealed-record.ts';
import type { Open } from './age.ts';

export type Opened =
  | { readonly ok: true; readonly record: ScreeningRecord | AdditionRecord }
  | { readonly ok: false; readonly why: 'encrypted' | 'another-key' | 'unreadable' };

/** Reads the content of a record, with a key where it is encrypted. */
export async function openRecord(sealed: SealedRecord, open: Open | undefined): Promise<Opened> {
  const isEncrypted = sealed.header.content === 'age';
  if (isEncrypted && !open) return { ok: false, why: 'encrypted' };
  const text = isEncrypted ? await open?.(sealed.content) : sealed.content;
  if (text === undefined) return { ok: false, why: 'another-key' };
  const record = readContent(sealed, text);
  return record ? { ok: true, record } : { ok: false, why: 'unreadable' };
}
