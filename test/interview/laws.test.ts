/**
 * What holds of every call, however it goes: random keys over the shipped rules.
 * @module-tag long
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { missingRequired } from '../../src/evaluation/missing.ts';
import { contextOf } from '../../src/evaluation/screen.ts';
import { readAnswers, resultOf } from '../../src/interview/standing.ts';
import { NOTHING_ASKED } from '../../src/interview/state.ts';
import { Call } from '../support/call.ts';
import { screenRaw } from '../support/shipped.ts';

const LINES = ['yesterday 8am', '2 weeks ago', '7.4', '3'];
const NAMES = ['0', 'Eliquis 5 mg', '0', 'zzyzxin', '0', 'Ozempic'];

/** Keys that lead away from the next question. */
const ASIDE = new Set(['back', 'review', 'remove', 'why', 'note', 'sections', 'park']);

/** Positions at which a call is over. */
const OVER = new Set(['finished', 'parked']);

/** Presses one of the keys that work, as the number chooses; now and then something that does not. */
function press(call: Call, choice: number, isBackAllowed: boolean): void {
  const { kind, options, offers } = call.ask;
  const commands = offers.flatMap(({ key, command }) => {
    if (!isBackAllowed && ASIDE.has(command)) return [];
    return [key === 'Enter' ? '' : key];
  });
  const lines = options.length > 0 ? NAMES : LINES;
  const keys = [
    ...options.map(({ key }) => key),
    ...commands,
    ...(kind === 'line' ? lines : []),
    '%',
  ];
  call.try(keys[choice % keys.length] ?? '');
}

const choices = fc.infiniteStream(fc.nat({ max: 9973 }));
const moments = fc.constantFrom('2026-11-20T10:00', '2026-11-24T07:30');
const TURNS = 150;

/** A call about a known patient and procedure. */
function begin(now: string): Call {
  const about = {
    id: 'A-1',
    'patient.age_years': 45,
    'patient.sex': 'female',
    'procedure.type': 'cervical-medial-branch-block',
    'procedure.at': '2026-11-24T09:00',
  };
  return new Call(now, { ...NOTHING_ASKED, answers: about });
}

function play(now: string, stream: Iterator<number>, isBackAllowed: boolean): Call {
  const call = begin(now);
  const isOver = (): boolean => OVER.has(call.at) || (!isBackAllowed && call.at === 'review');
  for (let turn = 0; turn < TURNS && !isOver(); turn += 1)
    press(call, Number(stream.next().value), isBackAllowed);
  return call;
}

describe('a call', () => {
  test('holds nothing that check would not read, at any moment', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(moments, choices, (now, stream) => {
        const { state, tools } = play(now, stream, true);
        expect(readAnswers(state, tools)).toMatchObject({ ok: true });
      }),
      { numRuns: 15 },
    );
  });

  test('that only goes forward asks nothing twice', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(moments, choices, (now, stream) => {
        const call = begin(now);
        const answered = new Set<string>();
        for (
          let turn = 0;
          turn < TURNS && call.at !== 'review' && call.at !== 'finished';
          turn += 1
        ) {
          const { at, state } = call;
          press(call, Number(stream.next().value), false);
          if (call.state === state || REPEATED.has(at)) continue;
          expect(answered).not.toContain(at);
          answered.add(at);
        }
      }),
      { numRuns: 15 },
    );
  });

  test(
    'that came to the review has asked all that the record requires, and ends as check decides',
    { timeout: 60_000 },
    () => {
      let reviews = 0;
      fc.assert(
        fc.property(moments, choices, (now, stream) => {
          const call = play(now, stream, false);
          const reading = readAnswers(call.state, call.tools);
          if (!reading.ok || call.at !== 'review') return;
          reviews += 1;
          const { facts } = missingRequired(contextOf(reading.intake, call.tools.screener));
          expect(facts.filter(({ state }) => state === 'not-asked')).toEqual([]);
          const file: unknown = JSON.parse(JSON.stringify(call.intake));
          expect(screenRaw(file as Readonly<Record<string, unknown>>)).toEqual(
            resultOf(call.state, call.tools),
          );
        }),
        { numRuns: 20 },
      );
      expect(reviews).toBeGreaterThan(5);
    },
  );
});

/** Positions that come again with every medicine, and those that are no question. */
const REPEATED = new Set(['medications', 'supplements', 'which', 'emergency']);
