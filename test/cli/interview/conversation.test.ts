import { describe, expect, test } from 'vitest';

import { type Asker } from '../../../src/cli/interview/asker.ts';
import { converse } from '../../../src/cli/interview/conversation.ts';
import { startSession } from '../../../src/interview/session.ts';
import { type InterviewState, NOTHING_ASKED } from '../../../src/interview/state.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { HEALTHY, toolsAt } from '../../support/call.ts';

const tools = toolsAt('2026-11-20T10:00');

/** Types these texts in turn, then leaves. */
function scripted(texts: readonly string[]): Asker {
  const left = [...texts];
  return async (ask) => {
    const text = left.shift();
    if (text === undefined) throw new Error('left');
    return { reply: ask.read(text), text };
  };
}

async function hold(texts: readonly string[]) {
  const said: string[] = [];
  const kept: InterviewState[] = [];
  const conversation = {
    asker: scripted(texts),
    say: (text: string) => void said.push(text),
    palette: PLAIN,
    tools: () => tools,
    keep: (state: InterviewState) => void kept.push(state),
  };
  const end = await converse(startSession(NOTHING_ASKED, tools), conversation).catch(
    (error: Error) => error.message,
  );
  return { said: said.join('\n'), kept, end };
}

describe('a conversation', () => {
  test('keeps every answer before the next question', async () => {
    const { kept, end } = await hold(['A-1', '45', '2']);
    expect(end).toBe('left');
    expect(kept.map(({ answers }) => Object.keys(answers).length)).toEqual([1, 2, 3]);
  });

  test('leaves the answers on the screen, by section', async () => {
    const { said } = await hold(['A-1', '45', '2', '1', '11/24 9am']);
    expect(said).toMatchInlineSnapshot(`
      "
        Patient
        Patient number                                  A-1
        Age                                             45 years
        Sex                                             Male

        Procedure
        Procedure                                       Epidural steroid injection in
                                                        the neck, interlaminar
        Procedure at                                    Tue 24 Nov 2026 09:00"
    `);
  });

  test('tells why something is asked, with rules and sources, and asks it again', async () => {
    const { said, kept } = await hold(['A-1', '?', '45']);
    expect(said).toMatch(/\? Age raises the risk of bleeding/);
    expect(said).toMatch(/\? Rules: /);
    expect(said).toMatch(/\? Sources: /);
    expect(kept.at(-1)?.answers).toEqual({ id: 'A-1', 'patient.age_years': 45 });
  });

  test('ends with the answers once the nurse decides', async () => {
    const { end } = await hold([...Object.values(HEALTHY), 'f']);
    expect(end).toMatchObject({ state: { answers: { id: 'A-1024', 'driver.arranged': true } } });
  });
});
