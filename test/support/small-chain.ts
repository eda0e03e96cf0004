import type { ChainFault, PlacedReading, Tip } from '../../src/records/chain-faults.ts';
import type { RecordHeader } from '../../src/records/record.ts';
import { readSealed, sealRecord } from '../../src/records/sealed-record.ts';
import { digestHex } from '../../src/cli/digest-hex.ts';

/** The header of a screening. */
export function header(
  number: number,
  previous: string | null = null,
  follows: string | null = null,
): RecordHeader {
  return {
    schema: 'prescreen.record/1',
    number,
    previous,
    kind: 'screening',
    saved_at: '2026-11-24T07:30:00-09:00',
    content: 'json',
    rules: `sha256:${'0'.repeat(64)}`,
    follows,
  };
}

/** The files of a chain of screenings, from 1, and its tip. */
export function chainOf(length: number): {
  readonly files: ReadonlyMap<number, Uint8Array>;
  readonly tip: Tip;
} {
  const files = new Map<number, Uint8Array>();
  let tip: Tip | undefined;
  for (let number = 1; number <= length; number += 1) {
    const { bytes, seal } = sealRecord(
      header(number, tip?.seal ?? null),
      `{"of":${number}}\n`,
      digestHex,
    );
    files.set(number, bytes);
    tip = { number, seal };
  }
  if (!tip) throw new Error('a chain has a record');
  return { files, tip };
}

export function readings(files: ReadonlyMap<number, Uint8Array>): PlacedReading[] {
  return [...files]
    .toSorted(([a], [b]) => a - b)
    .map(([number, bytes]) => ({ number, reading: readSealed(bytes, digestHex) }));
}

/** Which record has which fault. */
export function named(faults: readonly ChainFault[]): readonly string[] {
  return faults.map(({ number, code }) => `${number} ${code}`);
}
