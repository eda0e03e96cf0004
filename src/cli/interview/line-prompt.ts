import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core';

import type { Ask } from '../../interview/ask/ask.ts';
import type { Completion } from '../../medicines/recognition.ts';
import { askLines, UNTOUCHED } from '../../report/interview/interview-screen.ts';
import { shorten, wrap, WIDTH } from '../../report/wrap.ts';
import type { Typed } from './asker.ts';
import { characterOf } from './key-prompt.ts';
import { complaint, type PromptConfig } from './prompt-config.ts';

/** Lines below the typed one: its meaning or a complaint, and the names that it may become. */
const BELOW = 3;
const BELOW_NAMES = 11;

/** Lines that say why the first or the chosen name matters. */
const REASON = 2;

/** Long enough to be looked for among names that begin only nearly so. */
const UNLIKELY_NAME = 'qqqq';

/** Typed, with its meaning shown below; names are completed with Tab, or chosen with the arrows. */
export const linePrompt = createPrompt<Typed, PromptConfig>((config, done) => {
  const { ask, palette, rows } = config;
  const [line, setLine] = useState(ask.text ?? '');
  const [pointer, setPointer] = useState<number | undefined>(undefined);
  const [error, setError] = useState<string | undefined>(undefined);
  const [isDone, setDone] = useState(false);
  const names = namesFor(ask, line);
  useEffect((readline) => {
    if (ask.text !== undefined) readline.write(ask.text);
    // The first look-up builds the index of names: before the first key rather than behind it.
    ask.complete?.(UNLIKELY_NAME);
  }, []);
  useKeypress((event, readline) => {
    const show = (text: string): void => {
      readline.clearLine(0);
      readline.write(text);
      setLine(text);
    };
    const answer = (text: string): void => {
      const reply = ask.read(text);
      if (reply.is !== 'refused') {
        setDone(true);
        return done({ reply, text: '' });
      }
      // Enter took the line away: it is put back to be corrected.
      show(text);
      setError(reply.message);
    };
    const key = characterOf(event);
    if (isEnterKey(event)) return answer(names[pointer ?? -1]?.name ?? line);
    if (names.length > 0 && (isUpKey(event) || isDownKey(event))) {
      return setPointer(movedIn(names, pointer, isDownKey(event) ? 1 : -1));
    }
    setPointer(undefined);
    if (isTabKey(event)) return show(names[pointer ?? 0]?.name ?? line);
    if (line === '' && key !== undefined && actsAtOnce(key, ask)) return answer(key);
    setError(undefined);
    setLine(readline.line);
  });
  if (isDone) return '';
  const room = rows - 1 - (ask.complete ? BELOW_NAMES : BELOW);
  const lines = askLines(ask, UNTOUCHED, { palette, room });
  const below =
    error === undefined
      ? belowLines(config, { line, names, pointer })
      : [complaint(error, palette)];
  return [[...lines, `  > ${line}`].join('\n'), below.join('\n')];
});

function namesFor(ask: Ask, line: string): readonly Completion[] {
  const typed = line.trim().toLowerCase();
  return (ask.complete?.(line) ?? []).filter(({ name }) => name.toLowerCase() !== typed);
}

/** Keys that no answer begins with act without Enter: signs, and 0 where it ends a list of names. */
function actsAtOnce(key: string, { options, offers }: Ask): boolean {
  return (
    options.some((option) => option.key === key) ||
    (/^[-?+]$/.test(key) && offers.some((each) => each.key === key))
  );
}

function movedIn(names: readonly Completion[], pointer: number | undefined, by: 1 | -1): number {
  if (pointer === undefined) return by === 1 ? 0 : names.length - 1;
  return Math.min(names.length - 1, Math.max(0, pointer + by));
}

interface Below {
  readonly line: string;
  readonly names: readonly Completion[];
  readonly pointer: number | undefined;
}

/** What the line means, and the names that it may become. */
function belowLines({ ask, palette }: PromptConfig, { line, names, pointer }: Below): string[] {
  const echo = line.trim() === '' ? undefined : ask.echo?.(line);
  const meaning =
    echo === undefined ? [] : wrap(echo, WIDTH - 6).map((each) => `  ${palette.go(each)}`);
  if (names.length === 0) return meaning;
  const rows = names.map((each, index) =>
    index === pointer
      ? palette.heading(`  > ${nameRow(each)}`)
      : palette.quiet(`    ${nameRow(each)}`),
  );
  const { name, why, ask: question } = names[pointer ?? 0] ?? {};
  const reason = why ?? question;
  return [
    ...meaning,
    ...rows,
    ...(reason === undefined ? [] : wrap(`${name}: ${reason}`, WIDTH - 4).slice(0, REASON)).map(
      (each) => `  ${each}`,
    ),
    palette.quiet('  Tab takes the first, arrows choose, Enter takes the line'),
  ];
}

/** The name with what it is; of many ingredients not all, but always the class. */
function nameRow({ name, generic, title }: Completion): string {
  const isSame = generic === '' || generic.toLowerCase() === name.toLowerCase();
  const called = isSame ? name : `${name} (${generic})`;
  if (title === undefined) return shorten(called, WIDTH - 6);
  return `${shorten(called, WIDTH - 8 - title.length)}: ${title}`;
}
