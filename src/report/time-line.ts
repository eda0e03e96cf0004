/** From what was told, through the screening, to the procedure and after it: what happens when, and how long before. */
import type { ScreenResult } from '../evaluation/result.ts';
import type { Intake } from '../intake/answers.ts';
import type { Disposition } from '../rules/schema/common.ts';
import { formatShortTime } from '../time/format-local.ts';
import { readBack } from '../time/parse-time.ts';
import type { Instant, Zone } from '../time/zone.ts';
import type { Palette } from './palette.ts';
import { wrap, WIDTH } from './wrap.ts';

export interface TimeLineOptions {
  readonly palette: Palette;
  readonly zone: Zone;
  /** The answers, where they are at hand: last meal, last drink and last doses as they were told. */
  readonly intake?: Intake | undefined;
}

interface Row {
  readonly at: Instant;
  /** Of rows at the same moment, the lower comes first. */
  readonly rank: number;
  readonly text: string;
  /** Tells something that does not stand at the head of the page already. */
  readonly isNews: boolean;
}

const DATE = 'Tue 24 Nov 09:00'.length;
const DISTANCE = '30 min before'.length;
/** Where the text stands, behind date and distance with their margins. */
const COLUMN = 2 + DATE + 2 + DISTANCE + 2;

const PROCEDURE: Readonly<Record<Disposition, string>> = {
  go: 'Procedure',
  'contact-physician': 'Procedure, not confirmed yet',
  hold: 'Procedure as planned, on hold',
};

/** The lines of the time line; none when it would only tell what stands at the head of the page. */
export function timeLine(
  result: ScreenResult,
  { palette, zone, intake }: TimeLineOptions,
): string[] {
  const procedure = readBack(result.procedure_at);
  const rows = [
    ...markRows(result),
    ...toldRows(result, zone, intake),
    ...stepRows(result),
  ].toSorted((a, b) => a.at - b.at || a.rank - b.rank);
  if (result.urgency === 'emergency' || !rows.some(({ isNews }) => isNews)) return [];
  return rows.flatMap(({ at, text }, index) => {
    const isSame = rows[index - 1]?.at === at;
    return isSame
      ? timeLineRow('', '', text, palette)
      : timeLineRow(formatShortTime(at, zone), distance(procedure - at), text, palette);
  });
}

/** A row in the columns of the time line. */
export function timeLineRow(when: string, far: string, text: string, palette: Palette): string[] {
  const head = `  ${when.padEnd(DATE)}  ${palette.quiet(far.padStart(DISTANCE))}`;
  return wrap(text, WIDTH - COLUMN).map((line, index) =>
    index === 0 ? `${head}  ${line}` : `${' '.repeat(COLUMN)}${line}`,
  );
}

/** The screening, the procedure, and the earliest date of one that is held. */
function markRows(result: ScreenResult): Row[] {
  const { disposition, earliest_go: earliest } = result;
  const mark = (at: string, rank: number, text: string): Row => ({
    at: readBack(at),
    rank,
    text,
    isNews: false,
  });
  return [
    mark(result.evaluated_at, 0, 'Screened'),
    mark(result.procedure_at, 4, PROCEDURE[disposition]),
    ...(disposition === 'hold' && earliest ? [mark(earliest.at, 5, 'Earliest date')] : []),
  ];
}

const LAST_MINUTE = 24 * 60 - 1;

const TOLD = [
  ['last_meal', 'Last meal'],
  ['last_drink', 'Last drink'],
] as const;

/** What was eaten, drunk and taken last, as it was told; a medicine that no rule concerns is left out. */
function toldRows(result: ScreenResult, zone: Zone, intake: Intake | undefined): Row[] {
  if (!intake) return [];
  const told = (at: Instant, words: string): Row => {
    // A day without an hour is read as its last minute.
    const text = zone.localOf(at).minute === LAST_MINUTE ? `${words}, or earlier that day` : words;
    return { at, rank: 1, text, isNews: true };
  };
  const meals = TOLD.flatMap(([fact, words]) => {
    const at = intake.answers.get(`${fact}.at`);
    const kind = intake.answers.get(`${fact}.kind`);
    if (at?.state !== 'answered' || kind?.state !== 'answered' || kind.value === 'none') return [];
    return [told(Number(at.value), `${words} as told: ${String(kind.value).replaceAll('-', ' ')}`)];
  });
  const concerned = new Set(
    result.medicines
      .filter(({ action }) => action === 'hold-window')
      .map(({ as_written: name }) => name),
  );
  const doses = intake.medicines.flatMap(({ name, last_taken: at }) =>
    at === undefined || !concerned.has(name) ? [] : [told(at, `Last dose of ${name} as told`)],
  );
  return [...meals, ...doses];
}

/** The dated steps of the plan. */
function stepRows({ instructions }: ScreenResult): Row[] {
  return instructions.flatMap(({ at, text, for: whom }) =>
    at === undefined
      ? []
      : [
          {
            at: readBack(at),
            rank: whom === 'patient' ? 2 : 3,
            text: whom === 'patient' ? text : `For the ${whom}: ${text}`,
            isNews: true,
          },
        ],
  );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "72 h before", "30 min before", "4.7 d before": never more than it is. Nothing at the procedure itself. */
function distance(before: number): string {
  const length = Math.abs(before);
  if (length === 0) return '';
  const side = before > 0 ? 'before' : 'after';
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min ${side}`;
  return length <= 3 * DAY
    ? `${tenths(length / HOUR)} h ${side}`
    : `${tenths(length / DAY)} d ${side}`;
}

function tenths(value: number): number {
  return Math.floor(value * 10) / 10;
}
