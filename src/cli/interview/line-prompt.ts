import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  useKeypress,
  useState,
} from '@inquirer/core';

import type { Completion } from '../../medicines/recognition.ts';
import { askLines, UNTOUCHED } from '../../report/interview-screen.ts';
import { shorten, wrap, WIDTH } from '../../report/wrap.ts';
import type { Typed } from './asker.ts';
import { characterOf } from './key-prompt.ts';
import { complaint, type PromptConfig } from './prompt-config.ts';

/** Typed, with its meaning shown below; names are completed with Tab, or chosen with the arrows. */
export const linePrompt = createPrompt<Typed, PromptConfig>((config, done) => {
  const { ask, palette, rows } = config;
  const [line, setLine] = useState('');
  const [pointer, setPointer] = useState<number | undefined>(undefined);
  const [error, setError] = useState<string | undefined>(undefined);
  const [isDone, setDone] = useState(false);
  const completions = ask.complete?.(line) ?? [];
  useKeypress((event, readline) => {
    const answer = (text: string): void => {
      const reply = ask.read(text);
      if (reply.is === 'refused') {
        // Enter took the line away: it is put back to be corrected.
        readline.write(text);
        setLine(text);
        return setError(reply.message);
      }
      setDone(true);
      done({ reply, text: '' });
    };
    if (isEnterKey(event)) {
      const chosen = pointer === undefined ? undefined : completions[pointer];
      return answer(chosen ? chosen.name : line);
    }
    if (isTabKey(event)) {
      const [first] = completions;
      const chosen = completions[pointer ?? 0] ?? first;
      readline.clearLine(0);
      readline.write(chosen ? chosen.name : line);
      setPointer(undefined);
      return setLine(chosen ? chosen.name : line);
    }
    if (completions.length > 0 && (isUpKey(event) || isDownKey(event))) {
      return setPointer(movedIn(completions, pointer, isDownKey(event) ? 1 : -1));
    }
    const key = characterOf(event);
    if (line === '' && key !== undefined && actsAtOnce(key, config)) {
      readline.clearLine(0);
      return answer(key);
    }
    setError(undefined);
    setPointer(undefined);
    setLine(readline.line);
  });
  if (isDone) return '';
  const lines = askLines(ask, UNTOUCHED, { palette, room: rows - 4 });
  const below =
    error === undefined ? belowLines(config, line, pointer) : [complaint(error, palette)];
  return [[...lines, `  > ${line}`].join('\n'), below.join('\n')];
});

/** Keys that no answer begins with act without Enter: ? everywhere, and 0 where it ends a list of names. */
function actsAtOnce(key: string, { ask }: PromptConfig): boolean {
  return key === '?' || ask.options.some((option) => option.key === key);
}

function movedIn(
  completions: readonly Completion[],
  pointer: number | undefined,
  by: 1 | -1,
): number {
  if (pointer === undefined) return by === 1 ? 0 : completions.length - 1;
  return Math.min(completions.length - 1, Math.max(0, pointer + by));
}

/** What the line means, and the names that it may become. */
function belowLines(
  { ask, palette }: PromptConfig,
  line: string,
  pointer: number | undefined,
): string[] {
  const echo = line.trim() === '' ? undefined : ask.echo?.(line);
  const names =
    ask.complete?.(line).filter(({ name }) => name.toLowerCase() !== line.trim().toLowerCase()) ??
    [];
  const rows = names.map(({ name, generic, why }, index) => {
    const is =
      generic === '' || generic.toLowerCase() === name.toLowerCase() ? '' : ` (${generic})`;
    const text = shorten(`${name}${is}${why === undefined ? '' : `: ${why}`}`, WIDTH - 6);
    return index === pointer ? palette.heading(`  > ${text}`) : palette.quiet(`    ${text}`);
  });
  const hint =
    names.length === 0
      ? []
      : [palette.quiet('  Tab takes the first, arrows choose, Enter takes the line')];
  return [
    ...(echo === undefined ? [] : wrap(echo, WIDTH - 6).map((each) => `  ${palette.go(each)}`)),
    ...rows,
    ...hint,
  ];
}
