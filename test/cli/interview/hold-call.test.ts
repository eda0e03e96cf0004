import { expect, test } from 'vitest';

import { holdCall } from '../../../src/cli/interview/hold-call.ts';
import type { Ask } from '../../../src/interview/ask/ask.ts';
import { startSession } from '../../../src/interview/session.ts';
import { NOTHING_ASKED } from '../../../src/interview/state.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { CLOSING, HEALTHY, toolsAt } from '../../support/call.ts';

const NOW = '2026-11-20T10:00';

/** The questions of a whole call, with these keys for its end. */
async function asksOf(ending: readonly string[]): Promise<readonly Ask[]> {
  const tools = toolsAt(NOW);
  const texts = [...Object.values({ ...HEALTHY, 'consent.able': 'n' }), 'f', ...ending];
  const asks: Ask[] = [];
  await holdCall(
    startSession(NOTHING_ASKED, tools),
    {
      asker: async (ask) => {
        const text = texts[asks.length] ?? '';
        asks.push(ask);
        return { reply: ask.read(text), text };
      },
      say: () => undefined,
      palette: PLAIN,
      tools: () => tools,
      keep: () => undefined,
    },
    () => undefined,
  );
  return asks;
}

test('what was decided stands above each question of the end of the call, and nowhere else', async () => {
  const asks = await asksOf(Object.values(CLOSING));
  const above = asks.map(({ heading, before }) => [heading, before?.[0]]);
  expect(above.slice(-4)).toEqual([
    ['End of the call', 'CONTACT PHYSICIAN'],
    ['End of the call', 'CONTACT PHYSICIAN'],
    ['End of the call', 'CONTACT PHYSICIAN'],
    ['End of the call', 'CONTACT PHYSICIAN'],
  ]);
  expect(above.slice(0, -4).filter(([, line]) => line === 'CONTACT PHYSICIAN')).toEqual([]);
});

test('a decision that is gone back on stands no longer above the review', async () => {
  const asks = await asksOf(['b', 'f', ...Object.values(CLOSING)]);
  const review = asks.filter(({ heading }) => heading === 'Review');
  expect(review.map(({ before }) => before)).toEqual([undefined, undefined]);
});
