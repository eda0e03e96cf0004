import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';

import { keyPrompt } from '../../../src/cli/interview/key-prompt.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { Call, HEALTHY } from '../../support/call.ts';

async function show(fact: string, before: Readonly<Record<string, string>> = HEALTHY) {
  const { [fact]: _, ...table } = before;
  const { ask } = new Call('2026-11-20T10:00').answerFrom(table);
  return render(keyPrompt, { ask, palette: PLAIN, rows: 24 });
}

describe('a question with keys', () => {
  test('shows the words to read, the keys and what else works', async () => {
    const { getScreen, events, answer } = await show('bleeding.new_unexplained');
    expect(getScreen()).toMatchInlineSnapshot(`
      "Bleeding --------------------------------------------------- section 5 of 13

        Do you have nosebleeds, bleeding gums, black stools or tiny red skin spots
        now?

          y  Yes
          n  No

        u not known   d declined   b back   ? why   + note   r review   j jump
        >"
    `);
    events.keypress('n');
    expect(await answer).toEqual({ reply: { is: 'value', value: false }, text: '' });
  });

  test('refuses Enter, and a key that says nothing', async () => {
    const { getScreen, events, answer } = await show('diabetes.type');
    events.keypress('enter');
    expect(getScreen()).toContain('an answer is needed');
    events.keypress('9');
    expect(getScreen()).toContain('none of the keys');
    events.keypress('0');
    expect((await answer).reply).toEqual({ is: 'value', value: 'none' });
  });

  test('takes the option that the arrows point at', async () => {
    const { getScreen, events, answer } = await show('diabetes.type');
    events.keypress('down');
    events.keypress('down');
    expect(getScreen()).toContain('>   1  Type 1');
    events.keypress('enter');
    expect((await answer).reply).toEqual({ is: 'value', value: 'type-1' });
  });

  test.each([
    ['u', { is: 'value', value: 'unknown' }],
    ['d', { is: 'value', value: 'declined' }],
  ])('%s is an answer too', async (key, { value }) => {
    const { events, answer } = await show('infection.active');
    events.keypress(key);
    expect((await answer).reply).toEqual({ is: 'command', command: value });
  });

  test.each([
    ['b', 'back'],
    ['r', 'review'],
    ['?', 'why'],
  ])('%s leads to %s', async (key, command) => {
    const { events, answer } = await show('infection.active');
    events.keypress(key);
    expect((await answer).reply).toEqual({ is: 'command', command });
  });

  test('is kept from a stray control key', async () => {
    const { events, answer } = await show('infection.active');
    events.keypress({ name: 'n', ctrl: true });
    events.keypress('y');
    expect((await answer).reply).toEqual({ is: 'value', value: true });
  });
});

describe('a check-list', () => {
  test('is none of these with one key', async () => {
    const { events, answer } = await show('health.conditions');
    events.keypress('0');
    expect((await answer).reply).toEqual({ is: 'value', value: ['none'] });
  });

  test('is ticked, unticked and taken with Enter', async () => {
    const { getScreen, events, answer } = await show('health.events');
    for (const key of ['1', '3', '4', '3']) events.keypress(key);
    expect(getScreen()).toContain('[x] 4  A stent');
    expect(getScreen()).toContain('[ ] 3  A blood clot');
    events.keypress('enter');
    expect((await answer).reply).toEqual({ is: 'value', value: ['heart-attack', 'stent'] });
  });

  test('does not take none of these beside a tick', async () => {
    const { getScreen, events, answer } = await show('health.events');
    events.keypress('1');
    events.keypress('0');
    expect(getScreen()).toContain('untick it first');
    events.keypress('1');
    events.keypress('0');
    expect((await answer).reply).toEqual({ is: 'value', value: ['none'] });
  });

  test('is ticked with arrows and the space bar', async () => {
    const { events, answer } = await show('health.events');
    events.keypress('down');
    events.keypress('down');
    events.keypress('space');
    events.keypress('enter');
    expect((await answer).reply).toEqual({ is: 'value', value: ['heart-attack'] });
  });

  test('keeps its ticks while the reason is read', async () => {
    const { events, answer } = await show('health.events');
    events.keypress('2');
    events.keypress('?');
    expect(await answer).toEqual({ reply: { is: 'command', command: 'why' }, text: '2' });
  });

  test('with fourteen choices fits on 24 lines', async () => {
    const { getScreen, events, answer } = await show('health.conditions');
    expect(getScreen().split('\n').length).toBeLessThanOrEqual(24);
    expect(getScreen()).toContain('f  An operation on the neck');
    events.keypress('u');
    await answer;
  });
});
