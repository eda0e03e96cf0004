/** What is asked, as lines of text: the same lines on a terminal that redraws and on one that only scrolls. */
import type { Ask, Option } from '../interview/ask.ts';
import type { Palette } from './palette.ts';
import { shortQuestion } from './short-question.ts';
import { wrap, WIDTH } from './wrap.ts';

/** What the nurse has done so far at this ask. */
export interface Touched {
  /** Keys that are ticked, in a list. */
  readonly ticked: string;
  /** The option that the arrows point at; none as long as they were not used. */
  readonly pointer: number | undefined;
}

export interface ScreenOptions {
  readonly palette: Palette;
  /** Lines that there is room for; undefined where the screen scrolls and every reply is a line with Enter. */
  readonly room: number | undefined;
}

export const UNTOUCHED: Touched = { ticked: '', pointer: undefined };

const INDENT = '  ';
const TEXT_WIDTH = WIDTH - 4;
const FEWEST_OPTIONS = 3;

/** Everything above the line that is typed into. */
export function askLines(ask: Ask, touched: Touched, { palette, room }: ScreenOptions): string[] {
  const head = headLines(ask, palette);
  const foot = hintLines(ask, { palette, room });
  const left =
    room === undefined ? undefined : Math.max(FEWEST_OPTIONS, room - head.length - foot.length - 1);
  const options = optionLines(ask, touched, { palette, room: left });
  const lines = [...head, ...options, ...(options.length > 0 ? [''] : []), ...foot];
  return room === undefined || lines.length < room ? ['', ...lines] : lines;
}

function headLines(
  { heading, progress, isAlarm, before, words, current, kind }: Ask,
  palette: Palette,
): string[] {
  const where = progress === undefined ? '' : ` section ${progress}`;
  const title = `${INDENT}${heading} ${'-'.repeat(WIDTH - 4 - heading.length - 1 - where.length)}${where}`;
  const spoken = wrap(words, TEXT_WIDTH).map(
    (line) => `${INDENT}${isAlarm ? palette.stop(line) : palette.heading(line)}`,
  );
  const above = (before ?? [])
    .flatMap((line) => wrap(line, TEXT_WIDTH - 2))
    .map((line) => `${INDENT}${INDENT}${line}`);
  const now =
    current === undefined || kind === 'rows'
      ? []
      : wrap(`Answered: ${current}`, TEXT_WIDTH).map((line) => `${INDENT}${line}`);
  if (isAlarm)
    return [
      title,
      '',
      ...spoken.map((line) => palette.stop(line)),
      ...above.map((line) => palette.stop(line)),
      '',
    ];
  return [palette.quiet(title), ...above, ...(kind === 'rows' ? [] : ['']), ...spoken, ...now, ''];
}

function optionLines(
  ask: Ask,
  { ticked, pointer }: Touched,
  { palette, room }: ScreenOptions,
): string[] {
  const blocks = ask.options.map((option, index) => {
    const isAt = index === pointer;
    const lines =
      ask.kind === 'rows'
        ? rowLines(option, isAt, palette)
        : choiceLines(ask, option, { isAt, isTicked: ticked.includes(option.key) });
    return isAt ? lines.map((line) => palette.heading(line)) : lines;
  });
  const all = blocks.flat();
  if (room === undefined || all.length <= room) return all;
  return windowOf(blocks, pointer ?? 0, room - 1, palette);
}

function choiceLines(
  { kind }: Ask,
  { key, label }: Option,
  { isAt, isTicked }: { readonly isAt: boolean; readonly isTicked: boolean },
): string[] {
  const box = kind === 'list' ? (isTicked ? '[x] ' : key === '0' ? '    ' : '[ ] ') : '';
  const lead = `${isAt ? '>' : ' '} ${INDENT}${box}${key}  `;
  return wrap(label, WIDTH - 1 - lead.length).map(
    (line, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + line,
  );
}

const NUMBER = 4;
const LABEL = 40;

function rowLines(
  { key, label, answer = '', heading }: Option,
  isAt: boolean,
  palette: Palette,
): string[] {
  const lead = `${isAt ? '>' : ' '}${key.padStart(NUMBER)}  `;
  const start =
    label === '' ? `${lead}${INDENT}` : `${lead}${shortQuestion(label, LABEL).padEnd(LABEL)}  `;
  const rest = ' '.repeat(start.length);
  const lines = wrap(answer, WIDTH - 1 - start.length).map(
    (line, index) => (index === 0 ? start : rest) + line,
  );
  return heading === undefined ? lines : [palette.quiet(`${INDENT}${heading}`), ...lines];
}

/** The part of the options around the pointer, with how much there is above and below. */
function windowOf(
  blocks: readonly (readonly string[])[],
  pointer: number,
  room: number,
  palette: Palette,
): string[] {
  const lines = blocks.flat();
  const top = blocks.slice(0, pointer).flat().length;
  const from = Math.max(0, Math.min(top - Math.floor(room / 2), lines.length - room));
  const below = lines.length - from - room;
  const more = `${INDENT}${from} lines above, ${below} below: arrow keys`;
  return [...lines.slice(from, from + room), palette.quiet(more)];
}

const OWN_HINTS: Readonly<Record<Ask['kind'], readonly string[]>> = {
  keys: [],
  list: ['Enter take the ticked'],
  line: [],
  rows: ['number, Enter change', 'arrows move, left and right by section'],
};

/** Where a line is typed and Enter ends it, whatever is asked. */
const TYPED_HINTS: Readonly<Record<Ask['kind'], readonly string[]>> = {
  keys: [],
  list: ['one or more keys, like 12'],
  line: [],
  rows: ['a number changes that row'],
};

/** In a typed line a letter is the beginning of an answer, so there the keys need Enter. */
function hintLines({ kind, offers }: Ask, { palette, room }: ScreenOptions): string[] {
  const needsEnter = (key: string): boolean =>
    kind === 'line' && room !== undefined && /^[a-z]$/.test(key);
  const shown = (each: readonly Option[]): string[] =>
    each.map(({ key, label }) => `${key} ${label}`);
  const letters = shown(offers.filter(({ key }) => needsEnter(key)));
  const own = room === undefined ? TYPED_HINTS : OWN_HINTS;
  const hints = [...own[kind], ...shown(offers.filter(({ key }) => !needsEnter(key)))];
  const typed =
    letters.length === 0
      ? []
      : joined([`with Enter: ${letters[0] ?? ''}`, ...letters.slice(1)], TEXT_WIDTH);
  return [...joined(hints, TEXT_WIDTH), ...typed].map((line) => `${INDENT}${palette.quiet(line)}`);
}

/** Joins without breaking a hint. */
function joined(hints: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const hint of hints) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + hint.length <= width)
      lines[lines.length - 1] = `${last}   ${hint}`;
    else lines.push(hint);
  }
  return lines;
}
