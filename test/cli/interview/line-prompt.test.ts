import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';

import { linePrompt } from '../../../src/cli/interview/line-prompt.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { Call, callUpTo, HEALTHY, ON_THE_DAY } from '../../support/call.ts';

async function show(
  fact: string,
  now = '2026-11-20T10:00',
  before: Readonly<Record<string, string>> = HEALTHY,
) {
  const { [fact]: _, ...table } = before;
  const { ask } = new Call(now).answerFrom(table);
  return render(linePrompt, { ask, palette: PLAIN, rows: 24 });
}

describe('a date', () => {
  test('is echoed absolute, with the hours before the procedure, while it is typed', async () => {
    const { getScreen, events, answer } = await show(
      'last_meal.at',
      '2026-11-24T07:30',
      ON_THE_DAY,
    );
    events.type('last night 7pm');
    expect(getScreen()).toContain('Mon 23 Nov 2026 19:00, 14 h before the procedure');
    events.keypress('enter');
    expect((await answer).reply).toEqual({ is: 'value', value: '2026-11-23T19:00' });
  });

  test('that is not understood stays to be corrected', async () => {
    const { getScreen, events, answer, nextRender } = await show(
      'last_meal.at',
      '2026-11-24T07:30',
      ON_THE_DAY,
    );
    events.type('bananas');
    events.keypress('enter');
    await nextRender();
    expect(getScreen()).toContain('not understood');
    expect(getScreen()).toContain('> bananas');
    for (const _ of 'bananas') events.keypress('backspace');
    events.type('7pm');
    events.keypress('enter');
    expect((await answer).reply).toMatchObject({ is: 'value' });
  });
});

describe('a medicine', () => {
  test('is completed with Tab, and shown for what it is', async () => {
    const { getScreen, events, answer } = await show('medications');
    events.type('eliq');
    expect(getScreen()).toContain('Eliquis (apixaban): blood thinner (anticoagulant)');
    expect(getScreen()).toContain('Eliquis: bleeding beside the spinal cord; paused only as the');
    events.keypress('tab');
    expect(getScreen()).toContain('> Eliquis');
    expect(getScreen()).toContain('= apixaban: blood thinner');
    events.keypress('enter');
    expect((await answer).reply).toEqual({ is: 'value', value: [{ name: 'Eliquis' }] });
  });

  test('is chosen with the arrows', async () => {
    const { getScreen, events, answer } = await show('medications');
    events.type('warf');
    events.keypress('down');
    expect(getScreen()).toMatch(/> warfarin/i);
    events.keypress('enter');
    expect((await answer).reply).toMatchObject({
      is: 'value',
      value: [{ name: expect.stringMatching(/warfarin/i) }],
    });
  });

  test('after many others still fits on 24 lines', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `metoprolol ${index} mg`);
    const call = callUpTo('medications').type(...names);
    const { getScreen, events, answer } = await render(linePrompt, {
      ask: call.ask,
      palette: PLAIN,
      rows: 24,
    });
    events.type('eliq');
    expect(getScreen()).toMatch(/\.\.\. \d+ lines above/);
    expect(getScreen()).toContain('metoprolol 19 mg');
    expect(getScreen().split('\n').length).toBeLessThan(24);
    events.keypress('enter');
    await answer;
  });

  test('is none with one key, and Enter alone is refused', async () => {
    const { getScreen, events, answer, nextRender } = await show('medications');
    events.keypress('enter');
    await nextRender();
    expect(getScreen()).toContain('an answer is needed');
    events.keypress('0');
    expect((await answer).reply).toMatchObject({ is: 'value' });
  });

  test('may begin with a letter that is a key elsewhere', async () => {
    const { events, answer } = await show('medications');
    events.type('dabigatran');
    events.keypress('enter');
    expect((await answer).reply).toEqual({ is: 'value', value: [{ name: 'dabigatran' }] });
  });

  test('is not known with u and Enter', async () => {
    const { events, answer } = await show('medications');
    events.type('u');
    events.keypress('enter');
    expect((await answer).reply).toEqual({ is: 'command', command: 'unknown' });
  });
});

test('a number out of range is refused with the likely slip', async () => {
  const { [`diabetes.type`]: _, ...table } = HEALTHY;
  const { ask } = new Call('2026-11-20T10:00').answerFrom(table).type('2');
  const { getScreen, events, answer, nextRender } = await render(linePrompt, {
    ask,
    palette: PLAIN,
    rows: 24,
  });
  events.type('72');
  events.keypress('enter');
  await nextRender();
  expect(getScreen()).toContain('Probably in mmol/mol');
  events.keypress('backspace');
  events.keypress('enter');
  expect((await answer).reply).toEqual({ is: 'value', value: 7 });
});

test('an optional question is skipped with its key at once, and not with Enter', async () => {
  const { getScreen, events, answer, nextRender } = await show('infection.covid_on');
  expect(getScreen()).toContain('- skip (optional)');
  events.keypress('enter');
  await nextRender();
  expect(getScreen()).toContain('an answer is needed, or - to skip');
  events.type('-');
  expect((await answer).reply).toEqual({ is: 'command', command: 'skip' });
});

test('? asks why at once', async () => {
  const { events, answer } = await show('last_alcohol_at');
  events.keypress('?');
  expect((await answer).reply).toEqual({ is: 'command', command: 'why' });
});
