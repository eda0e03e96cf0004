import type { ChangedIntake, Impact } from '../../audit/impact/impact.ts';
import type { Direction } from '../../audit/diff/transitions.ts';
import type { Palette } from '../palette.ts';
import { counted } from '../counted.ts';
import { headline } from './transition-words.ts';
import { WIDTH, wrap } from '../wrap.ts';

/** How many ids stand beside a change; the others are counted. */
const NAMED = 12;

/** What a change of the rules does to past intakes, for a terminal. */
export function rulesImpactText(impact: Impact, palette: Palette): string {
  const { intakes, same, changed, readable, rejected } = impact;
  const lines = [
    palette.heading(`${counted(intakes, 'intake')} under both rule sets`),
    countLine(same, 'are told the same, word for word'),
    countLine(changed.length, 'are told something else'),
    ...some(readable.before, 'can no longer be read, and would be rejected'),
    ...some(readable.after, 'can be read only now, and were rejected'),
    ...some(rejected, 'cannot be read by either; `prescreen batch` says why'),
    ...DIRECTIONS.flatMap(([direction, title]) => directionLines(changed, direction, title)),
    ...ruleLines(impact),
  ];
  return `${lines.join('\n')}\n`;
}

const DIRECTIONS: readonly (readonly [Direction, string])[] = [
  ['looser', 'Looser'],
  ['stricter', 'Stricter'],
  ['same', 'The same headline, with other findings or words'],
];

function countLine(count: number, words: string): string {
  return `  ${String(count).padStart(7)}  ${words}`;
}

function some(count: number, words: string): string[] {
  return count === 0 ? [] : [countLine(count, words)];
}

function directionLines(
  changed: readonly ChangedIntake[],
  direction: Direction,
  title: string,
): string[] {
  const kinds = new Map<string, string[]>();
  for (const { id, before, after } of changed.filter((each) => each.direction === direction)) {
    const kind =
      direction === 'same' ? headline(before) : `${headline(before)} -> ${headline(after)}`;
    const ids = kinds.get(kind);
    if (ids) ids.push(id);
    else kinds.set(kind, [id]);
  }
  if (kinds.size === 0) return [];
  const sorted = [...kinds].toSorted(([, a], [, b]) => b.length - a.length);
  return [
    '',
    title,
    ...sorted.flatMap(([kind, ids]) => [
      countLine(ids.length, kind),
      ...wrap(named(ids), WIDTH - INDENT.length).map((line) => `${INDENT}${line}`),
    ]),
  ];
}

const INDENT = ' '.repeat(11);

function named(ids: readonly string[]): string {
  const more = ids.length - NAMED;
  return ids.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more (--json has all)` : '');
}

function ruleLines({ rules }: Impact): string[] {
  if (rules.length === 0) return [];
  const width = Math.max(...rules.map(({ rule }) => rule.length), 'rule'.length);
  const row = (cells: readonly (string | number)[]): string =>
    `  ${String(cells[0]).padEnd(width)}${cells
      .slice(1)
      .map((cell) => String(cell).padStart(11))
      .join('')}`;
  return [
    '',
    'By rule, in patients',
    row(['rule', 'newly', 'no longer', 'otherwise']),
    ...rules.map(({ rule, newly, noLonger, otherwise }) => row([rule, newly, noLonger, otherwise])),
  ];
}
