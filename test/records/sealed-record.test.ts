import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readSealed, sealRecord } from '../../src/records/sealed-record.ts';
import { digestHex } from '../../src/cli/digest-hex.ts';
import { header } from '../support/small-chain.ts';

const SEALED = sealRecord(header(7), '{"a":"ä"}\n', digestHex);

test('a record reads back as it was sealed', () => {
  expect(readSealed(SEALED.bytes, digestHex)).toEqual({
    ok: true,
    record: { id: SEALED.id, seal: SEALED.seal, header: header(7), content: '{"a":"ä"}\n' },
  });
});

test('its id is its number and the beginning of its seal', () => {
  expect(SEALED.id).toBe(`0000007-${SEALED.seal.slice(7, 19)}`);
});

describe('damage', () => {
  test('to any one bit of it is found', () => {
    fc.assert(
      fc.property(fc.nat(SEALED.bytes.length - 1), fc.nat(7), (place, bit) => {
        const bytes = Uint8Array.from(SEALED.bytes);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        expect(readSealed(bytes, digestHex).ok).toBe(false);
      }),
    );
  });

  test('that cuts it short anywhere is found', () => {
    fc.assert(
      fc.property(fc.nat(SEALED.bytes.length - 1), (length) => {
        expect(readSealed(SEALED.bytes.subarray(0, length), digestHex).ok).toBe(false);
      }),
    );
  });

  test('is told apart: without a seal, with another, and sealed but no record', () => {
    const { bytes } = SEALED;
    const text = new TextEncoder().encode(`{}\n{}\n`);
    const alien = new TextEncoder().encode(`{}\n{}\nsha256:${digestHex(text)}\n`);
    const altered = Uint8Array.from(bytes);
    altered[10] = 0;
    expect(
      [bytes.subarray(0, 40), altered, alien].map((each) => readSealed(each, digestHex)),
    ).toEqual([
      { ok: false, fault: 'cut-short' },
      { ok: false, fault: 'altered' },
      { ok: false, fault: 'not-a-record' },
    ]);
  });
});
