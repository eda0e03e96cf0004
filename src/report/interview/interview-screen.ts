/** What is asked, as lines of text: the same lines on a terminal that redraws and on one that only scrolls. */
import type { Ask, Option } from '../../interview/ask/ask.ts';
import type { Palette } from '../palette.ts';
import { shortQuestion } from '../short-question.ts';
import { wrap, WIDTH } from '../wrap.ts';

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
  const foot = hintLines(ask, { palette, room });
  const spoken = spokenLines(ask, palette);
  const fixed = 1 + spoken.length + foot.length + 1;
  const all = aboveLines(ask, palette);
  const whole = optionLines(ask, touched, { palette, room: undefined });
  const above = room === undefined ? all : cutAbove(all, room - fixed - whole.length, palette);
  const left =
    room === undefined ? undefined : Math.max(FEWEST_OPTIONS, room - fixed - above.length);
  const options = optionLines(ask, touched, { palette, room: left });
  const body = [...spoken, ...options, ...(options.length > 0 ? [''] : []), ...foot];
  const lines = [titleLine(ask, palette), ...above, ...body];
  return room === undefined || lines.length < room ? ['', ...lines] : lines;
}

function titleLine({ heading, progress, isAlarm }: Ask, palette: Palette): string {
  const where = progress === undefined ? '' : ` section ${progress}`;
  const rule = '-'.repeat(WIDTH - 4 - heading.length - 1 - where.length);
  const title = `${INDENT}${heading} ${rule}${where}`;
  return isAlarm ? title : palette.quiet(title);
}

/** What to read aloud, and what was answered to it before. */
function spokenLines(
  { words, current, note, isAlarm, before, kind }: Ask,
  palette: Palette,
): string[] {
  const paint = isAlarm ? palette.stop : palette.heading;
  const spoken = wrap(words, TEXT_WIDTH).map((line) => `${INDENT}${paint(line)}`);
  const now =
    current === undefined || kind === 'rows' ? [] : wrap(`Answered: ${current}`, TEXT_WIDTH);
  const noted = note === undefined ? [] : wrap(`Noted: ${note}`, TEXT_WIDTH);
  const alarm = isAlarm ? (before ?? []).flatMap((text) => wrap(text, TEXT_WIDTH - 2)) : [];
  return [
    ...(kind === 'rows' ? [] : ['']),
    ...spoken,
    ...alarm.map((line) => `${INDENT}${INDENT}${palette.stop(line)}`),
    ...[...now, ...noted].map((line) => `${INDENT}${line}`),
    '',
  ];
}

function aboveLines({ before, table, isAlarm }: Ask, palette: Palette): string[] {
  if (isAlarm) return [];
  const lines = (before ?? []).flatMap((text) => wrap(text, TEXT_WIDTH - 2));
  return [
    ...lines.map((line) => `${INDENT}${INDENT}${palette.quiet(line)}`),
    ...(table ?? []).flatMap((row) => columnLines(row, { lead: ' ', width: TABLE_LABEL })),
  ];
}

/** The last of the lines, as far as there is room. */
function cutAbove(lines: readonly string[], room: number, palette: Palette): readonly string[] {
  if (lines.length <= room) return lines;
  const kept = Math.max(1, room - 1);
  const hidden = lines.length - kept;
  return hidden < 1
    ? lines
    : [palette.quiet(`${INDENT}${INDENT}... ${hidden} lines above`), ...lines.slice(-kept)];
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
const TABLE_LABEL = 26;

function rowLines(option: Option, isAt: boolean, palette: Palette): string[] {
  const { heading } = option;
  const lines = columnLines(option, { lead: isAt ? '>' : ' ', width: LABEL });
  return heading === undefined ? lines : [palette.quiet(`${INDENT}${heading}`), ...lines];
}

/** A number, a label in a column of that width, and the answer beside it. */
function columnLines(
  { key, label, answer = '' }: Option,
  { lead, width }: { readonly lead: string; readonly width: number },
): string[] {
  const number = `${lead}${key.padStart(NUMBER)}  `;
  const start =
    label === '' ? `${number}${INDENT}` : `${number}${shortQuestion(label, width).padEnd(width)}  `;
  const rest = ' '.repeat(start.length);
  return wrap(answer, WIDTH - 1 - start.length).map(
    (line, index) => (index === 0 ? start : rest) + line,
  );
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
  list: ['Enter done'],
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

/** Joins without breaking a hint; closer together where that saves a line. */
function joined(hints: readonly string[], width: number): string[] {
  const apart = joinedBy('   ', hints, width);
  const close = joinedBy('  ', hints, width);
  return close.length < apart.length ? close : apart;
}

function joinedBy(gap: string, hints: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const hint of hints) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + gap.length + hint.length <= width)
      lines[lines.length - 1] = `${last}${gap}${hint}`;
    else lines.push(hint);
  }
  return lines;
}
