import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  type KeypressEvent,
  useKeypress,
  useState,
} from '@inquirer/core';

import type { Ask } from '../../interview/ask/ask.ts';
import { askLines } from '../../report/interview/interview-screen.ts';
import type { Typed } from './asker.ts';
import { complaint, type PromptConfig } from './prompt-config.ts';
import { restOf } from './typed-word.ts';

/** One key answers, or ticks in a list. Enter alone answers nothing that was not pointed at or ticked. */
export const keyPrompt = createPrompt<Typed, PromptConfig>((config, done) => {
  const { ask, palette, rows, word } = config;
  const [pointer, setPointer] = useState<number | undefined>(undefined);
  const [ticked, setTicked] = useState(ask.kind === 'list' ? (ask.text ?? '') : '');
  const [error, setError] = useState<string | undefined>(undefined);
  const [isDone, setDone] = useState(false);
  const answer = (text: string): void => {
    const reply = ask.read(text);
    if (reply.is === 'refused') return setError(reply.message);
    setDone(true);
    word?.answered(text, ask);
    done({ reply, text: ticked });
  };
  const press = (key: string): void => {
    const isOption = ask.options.some((option) => option.key === key);
    if (ask.kind === 'list' && isOption && key !== '0') {
      setError(undefined);
      return setTicked(toggled(ticked, key));
    }
    answer(ask.kind === 'list' && key === '0' ? `${ticked}0` : key);
  };
  useKeypress((event, readline) => {
    readline.clearLine(0);
    const key = characterOf(event);
    const rest = word?.goesOn(key, isEnterKey(event));
    if (rest !== undefined) return setError(restOf(rest));
    const pointed = pointer === undefined ? undefined : ask.options[pointer]?.key;
    if (isUpKey(event) || isDownKey(event))
      return setPointer(moved(pointer, isDownKey(event) ? 1 : -1, ask));
    if (isSpaceKey(event)) return pointed === undefined ? undefined : press(pointed);
    if (isEnterKey(event))
      return ask.kind === 'list' || pointed === undefined ? answer(ticked) : press(pointed);
    if (isBackspaceKey(event) || key === undefined) return undefined;
    press(key);
  });
  if (isDone) return '';
  const room = rows - 2;
  const lines = askLines(ask, { ticked, pointer }, { palette, room });
  return [[...lines, `  > ${ticked.split('').join(' ')}`].join('\n'), complaint(error, palette)];
});

function toggled(ticked: string, key: string): string {
  return ticked.includes(key) ? ticked.replace(key, '') : `${ticked}${key}`;
}

function moved(pointer: number | undefined, by: 1 | -1, { options }: Ask): number {
  const last = options.length - 1;
  if (pointer === undefined) return by === 1 ? 0 : last;
  return Math.min(last, Math.max(0, pointer + by));
}

/** The character that a key stands for; undefined for one that stands for none. */
export function characterOf({ name, ctrl, ...event }: KeypressEvent): string | undefined {
  if (ctrl) return undefined;
  const { sequence } = event as { readonly sequence?: string };
  const typed = sequence ?? name;
  return typed?.length === 1 ? typed.toLowerCase() : undefined;
}
