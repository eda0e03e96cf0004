import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useKeypress,
  useState,
} from '@inquirer/core';

import type { Ask } from '../../interview/ask/ask.ts';
import { askLines } from '../../report/interview/interview-screen.ts';
import type { Typed } from './asker.ts';
import { characterOf } from './key-prompt.ts';
import { complaint, type PromptConfig } from './prompt-config.ts';
import { restOf } from './typed-word.ts';

const PAGE = 10;

/** A long list of which a part is shown: arrows move through it, or the number of a row is typed. */
export const rowsPrompt = createPrompt<Typed, PromptConfig>((config, done) => {
  const { ask, palette, rows, word } = config;
  const [pointer, setPointer] = useState(0);
  // Enter takes the row that was moved to, not the first one that nobody chose.
  const [isMoved, setMoved] = useState(false);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [isDone, setDone] = useState(false);
  const last = ask.options.length - 1;
  const moveTo = (row: number): void => {
    setMoved(true);
    setPointer(row);
  };
  const answer = (text: string): void => {
    const reply = ask.read(text);
    if (reply.is === 'refused') return setError(reply.message);
    setDone(true);
    done({ reply, text: '' });
  };
  const pointAt = (number: string): void => {
    setTyped(number);
    const index = ask.options.findIndex(({ key }) => key === number);
    if (index !== -1) setPointer(index);
  };
  useKeypress((event, readline) => {
    readline.clearLine(0);
    setError(undefined);
    const key = characterOf(event);
    const rest = word?.goesOn(key, isEnterKey(event));
    if (rest !== undefined) return setError(restOf(rest));
    if (isEnterKey(event))
      return answer(typed === '' && isMoved ? (ask.options[pointer]?.key ?? '') : typed);
    if (event.name === 'left' || event.name === 'right')
      return moveTo(sectionFrom(ask, pointer, event.name === 'right'));
    const by = moves(event.name, { isUp: isUpKey(event), isDown: isDownKey(event) });
    if (by !== 0) {
      setTyped('');
      return moveTo(Math.min(last, Math.max(0, pointer + by)));
    }
    if (event.name === 'backspace') return setTyped(typed.slice(0, -1));
    if (key === undefined) return undefined;
    return /\d/.test(key) ? pointAt(typed + key) : answer(key);
  });
  if (isDone) return '';
  const lines = askLines(ask, { ticked: '', pointer }, { palette, room: rows - 2 });
  return [[...lines, `  > ${typed}`].join('\n'), complaint(error, palette)];
});

/** The first row of the section before or after. */
function sectionFrom({ options }: Ask, pointer: number, isNext: boolean): number {
  const starts = options.flatMap(({ heading }, index) => (heading === undefined ? [] : [index]));
  const found = isNext
    ? starts.find((start) => start > pointer)
    : starts.findLast((start) => start < pointer);
  return found ?? pointer;
}

function moves(
  name: string,
  { isUp, isDown }: { readonly isUp: boolean; readonly isDown: boolean },
): number {
  if (isUp || isDown) return isUp ? -1 : 1;
  return { pageup: -PAGE, pagedown: PAGE, home: -1000, end: 1000 }[name] ?? 0;
}
