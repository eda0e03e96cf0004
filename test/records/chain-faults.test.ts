import { describe, expect, test } from 'vitest';

import { digestHex } from '../../src/cli/digest-hex.ts';
import { chainFaults, lostIds } from '../../src/records/chain-faults.ts';
import { readSealed, sealRecord } from '../../src/records/sealed-record.ts';
import { chainOf, header, named, readings } from '../support/small-chain.ts';

const { files, tip } = chainOf(6);

function bytesOf(number: number): Uint8Array {
  const bytes = files.get(number);
  if (!bytes) throw new Error(`no record ${number}`);
  return bytes;
}

/** The faults of the chain after some files of it were changed; `undefined` removes one. */
function after(changes: Readonly<Record<number, Uint8Array | undefined>>): readonly string[] {
  const changed = new Map(files);
  for (const [number, bytes] of Object.entries(changes)) {
    if (bytes) changed.set(Number(number), bytes);
    else changed.delete(Number(number));
  }
  return named(chainFaults(readings(changed), tip));
}

function flipped(number: number, place: number): Uint8Array {
  const bytes = Uint8Array.from(bytesOf(number));
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes;
}

test('a chain as it was saved has no fault', () => {
  expect(after({})).toEqual([]);
});

test('an empty folder has no fault', () => {
  expect(chainFaults([], undefined)).toEqual([]);
});

describe('named are', () => {
  test.each([1, 3, 6])('a flipped bit in record %d', (number) => {
    expect(after({ [number]: flipped(number, 60) })).toEqual([`${number} altered`]);
  });

  test('a flipped bit in a seal', () => {
    expect(after({ 3: flipped(3, bytesOf(3).length - 5) })).toEqual(['3 altered']);
  });

  test('a record that was cut short', () => {
    expect(after({ 3: bytesOf(3).subarray(0, 100) })).toEqual(['3 cut-short']);
  });

  test.each([1, 3])('a removed record, %d', (number) => {
    expect(after({ [number]: undefined })).toEqual([`${number} missing`]);
  });

  test('several removed records', () => {
    expect(after({ 2: undefined, 3: undefined, 5: undefined })).toEqual([
      '2 missing',
      '3 missing',
      '5 missing',
    ]);
  });

  test('very many removed records, as one', () => {
    const faults = chainFaults(readings(files), { number: 1_000_000_000, seal: tip.seal });
    expect(faults).toEqual([
      {
        number: 7,
        code: 'missing',
        message: 'and all up to record 1000000000 are missing: they were removed',
      },
    ]);
  });

  test('two that were swapped', () => {
    expect(after({ 2: bytesOf(4), 4: bytesOf(2) })).toEqual(['2 misplaced', '4 misplaced']);
  });

  test('the last, removed', () => {
    expect(after({ 6: undefined })).toEqual(['6 missing']);
  });

  test('all of them, removed', () => {
    expect(named(chainFaults([], tip))).toHaveLength(6);
  });

  test('a record that was altered and sealed again', () => {
    const forged = (number: number, previous: string | null): Uint8Array =>
      sealRecord(header(number, previous), '{"of":"another"}\n', digestHex).bytes;
    const before = readSealed(bytesOf(2), digestHex);
    const previous = before.ok ? before.record.seal : null;
    expect(after({ 3: forged(3, previous) })).toEqual(['3 replaced']);
    expect(after({ 1: forged(1, null) })).toEqual(['1 replaced']);
  });

  test('the last, altered and sealed again', () => {
    const before = readSealed(bytesOf(5), digestHex);
    const previous = before.ok ? before.record.seal : null;
    const forged = sealRecord(header(6, previous), '{"of":"another"}\n', digestHex);
    expect(after({ 6: forged.bytes })).toEqual(['6 replaced']);
  });

  test('a first record that names one before it', () => {
    const forged = sealRecord(header(1, tip.seal), '{}\n', digestHex);
    const only = new Map([[1, forged.bytes]]);
    const faults = chainFaults(readings(only), { number: 1, seal: forged.seal });
    expect(named(faults)).toEqual(['1 replaced']);
  });

  test('a lost tip: the removal of the last record could not be noticed', () => {
    expect(named(chainFaults(readings(files), undefined))).toEqual(['0 no-tip']);
  });

  test('a record about one that is not there', () => {
    const lost = '0000001-aaaaaaaaaaaa';
    const follow = sealRecord(header(7, tip.seal, lost), '{}\n', digestHex);
    const longer = new Map([...files, [7, follow.bytes] as const]);
    const faults = chainFaults(readings(longer), { number: 7, seal: follow.seal });
    expect(named(faults)).toEqual(['7 no-such-record']);
  });
});

test('a tip that was not noted any more before a crash is no fault', () => {
  const before = readSealed(bytesOf(5), digestHex);
  expect(before.ok).toBe(true);
  const seal = before.ok ? before.record.seal : '';
  expect(named(chainFaults(readings(files), { number: 5, seal }))).toEqual([]);
});

test.each([
  ['whole', '0000002-bbbbbbbbbbbb', []],
  ['shortened', '2-bbb', []],
  ['as a number', '2', []],
  ['of another content', '0000002-cccccccccccc', ['2 no-such-record']],
  ['that is not there', '3', ['3 no-such-record']],
])('an id of a paper, %s, is looked for among the records', (_, id, expected) => {
  const present = ['0000001-aaaaaaaaaaaa', '0000002-bbbbbbbbbbbb'];
  expect(named(lostIds([id], present))).toEqual(expected);
});
