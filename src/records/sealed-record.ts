/**
 * A record as it lies on the disk: a line of header, the content, and a line with the seal, the SHA-256 over the bytes
 * of both. The header of each record names the seal of the one before.
 */
import { parseJson } from '../source/parse-json.ts';
import { type RecordHeader, recordHeader } from './record.ts';

/** The SHA-256 of some bytes, in hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string;

export interface SealedRecord {
  readonly id: string;
  readonly seal: string;
  readonly header: RecordHeader;
  /** JSON, or an age file in its armor, as the header says. */
  readonly content: string;
}

export type SealedReading =
  | { readonly ok: true; readonly record: SealedRecord }
  | {
      readonly ok: false;
      /** Without a whole seal; with bytes that do not give it; sealed, but of no form that is known. */
      readonly fault: 'cut-short' | 'altered' | 'not-a-record';
    };

const SEAL = /^sha256:[0-9a-f]{64}\n$/;
/** The bytes of the line with the seal. */
export const SEAL_BYTES = 'sha256:'.length + 64 + 1;

export interface Sealed {
  readonly bytes: Uint8Array;
  readonly id: string;
  readonly seal: string;
}

/** `content` ends with a line break. */
export function sealRecord(header: RecordHeader, content: string, sha256: Sha256): Sealed {
  const body = new TextEncoder().encode(`${JSON.stringify(header)}\n${content}`);
  const seal = `sha256:${sha256(body)}`;
  const bytes = new Uint8Array(body.length + SEAL_BYTES);
  bytes.set(body);
  bytes.set(new TextEncoder().encode(`${seal}\n`), body.length);
  return { bytes, id: idOf(header.number, seal), seal };
}

export function readSealed(bytes: Uint8Array, sha256: Sha256): SealedReading {
  const body = bytes.subarray(0, Math.max(0, bytes.length - SEAL_BYTES));
  const seal = readSeal(bytes);
  if (seal === undefined) return { ok: false, fault: 'cut-short' };
  if (seal !== `sha256:${sha256(body)}`) return { ok: false, fault: 'altered' };
  const text = new TextDecoder().decode(body);
  const end = text.indexOf('\n');
  const header = recordHeader.safeParse(parseJson(text.slice(0, Math.max(0, end))));
  if (!header.success) return { ok: false, fault: 'not-a-record' };
  const id = idOf(header.data.number, seal);
  return { ok: true, record: { id, seal, header: header.data, content: text.slice(end + 1) } };
}

/** The seal at the end of some bytes, which need not be a whole record. */
export function readSeal(bytes: Uint8Array): string | undefined {
  const line = new TextDecoder().decode(bytes.subarray(-SEAL_BYTES));
  return SEAL.test(line) ? line.trimEnd() : undefined;
}

/** A number that is never given twice, with so much of the seal that no other content has the same. */
function idOf(number: number, seal: string): string {
  return `${paddedNumber(number)}-${seal.slice('sha256:'.length).slice(0, 12)}`;
}

export function paddedNumber(number: number): string {
  return String(number).padStart(7, '0');
}

/** What an id begins with that was written whole, shortened, or as the number alone; undefined when it is no id. */
export function idPrefix(
  written: string,
): { readonly number: number; readonly prefix: string } | undefined {
  const [, digits, rest = ''] = /^(\d+)(?:-([0-9a-f]{0,12}))?$/.exec(written.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  return { number, prefix: `${paddedNumber(number)}-${rest}` };
}
