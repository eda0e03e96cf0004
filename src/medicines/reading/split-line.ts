import type { Line } from './line.ts';
import type { Segment } from './segment.ts';

/** A line taken apart: its words, and the runs of them that were read as one thing. */
export interface Reading {
  readonly line: Line;
  readonly segments: readonly Segment[];
}

/** A part of a line that names one medicine. */
export interface Part {
  readonly text: string;
  /** Joined to the part before by a word such as "or", so that what is denied there is denied here. */
  readonly isAlternative: boolean;
}

/** Between two medicines: the offsets of what parts them. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly isAlternative: boolean;
}

const BETWEEN_LINES = /[;\n\r|•·]|(?:^|\s)\d{1,2}[.)]\s/;

/** Cuts a line into parts that name one medicine each, only where both sides of the cut name something. */
export function splitLine(line: string, take: (part: string) => Reading): Part[] {
  return line
    .split(BETWEEN_LINES)
    .flatMap((part) => cut(part, take(part)))
    .map(({ text, isAlternative }) => ({ text: text.trim(), isAlternative }))
    .filter(({ text }) => text !== '');
}

function cut(text: string, { line, segments }: Reading): Part[] {
  const parts: Part[] = [];
  let start: Gap = { from: 0, to: 0, isAlternative: false };
  let gap: Gap | undefined;
  let isNamed = false;
  for (const each of segments) {
    const isName = each.kind === 'name' || each.kind === 'unread';
    gap = gapBefore(each, line) ?? gap;
    if (!isName) continue;
    if (isNamed && gap) {
      parts.push({ text: text.slice(start.to, gap.from), isAlternative: start.isAlternative });
      start = gap;
    }
    isNamed = true;
    gap = undefined;
  }
  return [...parts, { text: text.slice(start.to), isAlternative: start.isAlternative }];
}

/** A comma, a joining word, or the end of one medicine's amount before the next one's name. */
function gapBefore(each: Segment, { tokens }: Line): Gap | undefined {
  const token = tokens[each.from];
  if (!token) return undefined;
  if (each.kind === 'phrase' && each.join) {
    return {
      from: token.start,
      to: tokens[each.to - 1]?.end ?? token.end,
      isAlternative: each.join === 'or',
    };
  }
  if (token.comma !== undefined)
    return { from: token.comma, to: token.comma + 1, isAlternative: false };
  const isName = each.kind === 'name' || each.kind === 'unread';
  return isName && token.afterAmount
    ? { from: token.start, to: token.start, isAlternative: false }
    : undefined;
}
