import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { digestHex } from '../../src/cli/digest-hex.ts';
import { contentOf } from '../../src/records/content-of.ts';
import { readContent } from '../../src/records/read-content.ts';
import { screeningContent } from '../../src/records/record.ts';
import { replay } from '../../src/records/replay.ts';
import { readSealed, sealRecord } from '../../src/records/sealed-record.ts';
import { generatedIntake, healthyWith } from '../support/generated-intake.ts';
import { header } from '../support/small-chain.ts';
import { screenRaw, shipped, shippedScreener } from '../support/shipped.ts';

const HOLD = healthyWith({ 'infection.active': true });

test('any screening that was kept and read again decides the same', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      const decided = { answers: raw, result: screenRaw(raw) };
      const content = contentOf(decided, shipped.ruleSet, { by: 'A. Nurse', version: '1.0.0' });
      expect(screeningContent.safeParse(content).error).toBeUndefined();
      const text = JSON.stringify(content);
      const sealed = sealRecord(header(1), `${text}\n`, digestHex);
      const reading = readSealed(sealed.bytes, digestHex);
      const record = reading.ok ? readContent(reading.record, reading.record.content) : undefined;
      expect(record).toMatchObject({ id: sealed.id, kind: 'screening', ...JSON.parse(text) });
      expect(record?.kind === 'screening' && replay(record, shippedScreener)).toEqual({
        is: 'same',
      });
    }),
    { numRuns: 100 },
  );
});

describe('what differs is named by its path', () => {
  const result = screenRaw(HOLD);

  test('in a value', () => {
    const told = { ...result, disposition: 'go' as const };
    expect(replay({ answers: HOLD, result: told }, shippedScreener)).toEqual({
      is: 'different',
      paths: ['disposition'],
    });
  });

  test('in a list', () => {
    const [first, ...rest] = result.findings;
    if (!first) throw new Error('a hold has a finding');
    const findings = [{ ...first, message: 'Nothing.' }, ...rest];
    expect(replay({ answers: HOLD, result: { ...result, findings } }, shippedScreener)).toEqual({
      is: 'different',
      paths: ['findings[0].message'],
    });
  });

  test('in an answer that was altered', () => {
    const answers = { ...HOLD, 'infection.active': false };
    const replayed = replay({ answers, result }, shippedScreener);
    expect(replayed.is === 'different' ? replayed.paths : []).toContain('disposition');
  });

  test('in the order alone', () => {
    const { id, ...others } = result;
    expect(replay({ answers: HOLD, result: { ...others, id } }, shippedScreener)).toEqual({
      is: 'different',
      paths: ['(the order)'],
    });
  });
});

test('answers that cannot be read any more are told by question', () => {
  const answers = { ...HOLD, 'infection.temperature_c': 367 };
  expect(replay({ answers, result: screenRaw(HOLD) }, shippedScreener)).toEqual({
    is: 'unreadable',
    codes: ['infection.temperature_c: implausible-value'],
  });
});
