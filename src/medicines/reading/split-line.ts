import { isNotTaken } from '../recognition.ts';
import type { Line } from './line.ts';
import { isCount, mayBeName, type Segment } from './segment.ts';

/** A line taken apart: its words, and the runs of them that were read as one thing. */
export interface Reading {
  readonly line: Line;
  readonly segments: readonly Segment[];
}

/** A part of a line that names one medicine. */
export interface Part {
  readonly text: string;
  readonly parting: Parting;
}

/** What stands before a part: a joining word or a plus, a comma, or an end: of a line, or of an amount. */
type Parting = 'and' | 'or' | 'comma' | 'end';

/** Between two medicines: the offsets of what parts them. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly parting: Parting;
}

const BETWEEN_LINES = /[;\n\r|•·]|(?:^|\s)\d{1,2}[.)]\s/;

/** Cuts a line into parts that name one medicine each, only where both sides of the cut name something. */
export function splitLine(line: string, take: (part: string) => Reading): Part[] {
  return line
    .split(BETWEEN_LINES)
    .flatMap((part) => cut(part, take(part)))
    .map(({ text, parting }) => ({ text: text.trim(), parting }))
    .filter(({ text }) => text !== '');
}

function cut(text: string, reading: Reading): Part[] {
  const { line, segments } = reading;
  const parts: Part[] = [];
  let start: Gap = { from: 0, to: 0, parting: 'end' };
  let gap: Gap | undefined;
  let name: number | undefined;
  const isDenied = segments.some(isDenial);
  for (const [index, each] of segments.entries()) {
    const slash = isDenied ? slashBefore(each, text, line) : undefined;
    gap = gapBefore(index, text, reading) ?? slash ?? gap;
    if (!names(each, segments[index - 1], gap)) continue;
    if (name !== undefined && gap && !isExplained(text.slice(name, gap.from))) {
      parts.push({ text: text.slice(start.to, gap.from), parting: start.parting });
      start = gap;
      name = undefined;
    }
    name ??= line.tokens[each.from]?.start;
    gap = undefined;
  }
  return [...parts, { text: text.slice(start.to), parting: start.parting }];
}

function isDenial(each: Segment): boolean {
  return each.kind === 'phrase' && isNotTaken(each.tells.status);
}

/** What is denied together, "A/B", are two medicines; taken together they may be one. */
function slashBefore({ from }: Segment, text: string, { tokens }: Line): Gap | undefined {
  const start = tokens[from - 1]?.end;
  const slash = text.slice(start, tokens[from]?.start).indexOf('/');
  if (start === undefined || slash === -1) return undefined;
  return { from: start + slash, to: start + slash + 1, parting: 'or' };
}

/** Inside brackets that a name opened: "brand (one ingredient, another)". */
function isExplained(fromName: string): boolean {
  return fromName.lastIndexOf('(') > fromName.lastIndexOf(')');
}

/** A name, what may be one, or what a joining word makes another medicine: "and a white pill", not "and 2 pills". */
function names(each: Segment, before: Segment | undefined, gap: Gap | undefined): boolean {
  if (each.kind !== 'phrase') return mayBeName(each);
  const isCounted = before !== undefined && isCount(before);
  return each.thing === true && !isCounted && gap?.parting === 'and';
}

/** A comma, a joining word, or before a name the end of another one's amount or of how often it is taken. */
function gapBefore(index: number, text: string, { line, segments }: Reading): Gap | undefined {
  const each = segments[index];
  const token = each && line.tokens[each.from];
  if (!token) return undefined;
  const { start, comma } = token;
  if (each.kind === 'phrase' && each.join) {
    const end = line.tokens[each.to - 1]?.end ?? token.end;
    return { from: comma ?? start, to: end, parting: each.join };
  }
  if (comma !== undefined)
    return { from: comma, to: comma + 1, parting: text.charAt(comma) === '+' ? 'and' : 'comma' };
  const isEnd = token.afterAmount || isHowOften(segments[index - 1]);
  return mayBeName(each) && isEnd ? { from: start, to: start, parting: 'end' } : undefined;
}

function isHowOften(each: Segment | undefined): boolean {
  return each?.kind === 'phrase' && each.tells.frequency !== undefined;
}
