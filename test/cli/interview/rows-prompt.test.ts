import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';

import { rowsPrompt } from '../../../src/cli/interview/rows-prompt.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { Call, HEALTHY } from '../../support/call.ts';

async function show() {
  const { ask } = new Call('2026-11-20T10:00').answerFrom(HEALTHY);
  return { ask, ...(await render(rowsPrompt, { ask, palette: PLAIN, rows: 24 })) };
}

describe('the review', () => {
  test('shows a part that fits, by section', async () => {
    const { getScreen, events, answer } = await show();
    expect(getScreen().split('\n').length).toBeLessThan(24);
    expect(getScreen()).toMatch(/Patient\n>\s+1 {2}Patient number +A-1024/);
    expect(getScreen()).toMatch(/0 lines above, \d+ below: arrow keys/);
    events.keypress('f');
    await answer;
  });

  test('goes to the row whose number is typed, and Enter changes it', async () => {
    const { getScreen, events, answer } = await show();
    events.keypress('1');
    events.keypress('2');
    expect(getScreen()).toMatch(/> {2}12 {2}/);
    events.keypress('enter');
    expect((await answer).reply).toMatchObject({ is: 'value', value: { to: 'step' } });
  });

  test('takes no row with an Enter that nobody led to one', async () => {
    const { getScreen, events, answer, nextRender } = await show();
    events.keypress('enter');
    await nextRender();
    expect(getScreen()).toContain('the number of a row, or f to decide');
    events.keypress('down');
    events.keypress('up');
    events.keypress('enter');
    expect((await answer).reply).toMatchObject({ is: 'value', value: { to: 'step' } });
  });

  test('moves by row, page and section', async () => {
    const { getScreen, events, answer } = await show();
    events.keypress('down');
    expect(getScreen()).toMatch(/> {3}2 {2}/);
    events.keypress('right');
    expect(getScreen()).toMatch(/Procedure\n> {3}4 {2}/);
    events.keypress('left');
    expect(getScreen()).toMatch(/Patient\n> {3}1 {2}/);
    events.keypress('pagedown');
    expect(getScreen()).toMatch(/> {2}11 {2}/);
    events.keypress('end');
    expect(getScreen()).toMatch(/> {2}\d+ {2}Adult to take them home/);
    events.keypress('b');
    await answer;
  });

  test('f decides', async () => {
    const { events, answer } = await show();
    events.keypress('f');
    expect((await answer).reply).toEqual({ is: 'command', command: 'finish' });
  });
});
