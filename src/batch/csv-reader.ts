/**
 * Cuts delimited text into records as it arrives, keeping the exact text of each and the physical line that it
 * starts on. A record whose quotes cannot be meant is its first line alone: reading goes on with the next line, so
 * that one stray quote costs one row and not the rest of the file.
 */

export interface CsvRecord {
  /** One-based physical line; a record with quoted newlines spans several. */
  readonly line: number;
  /** As it stands in the file, without the end of its last line. */
  readonly raw: string;
  readonly cells: readonly string[];
  readonly fault?: QuoteFault;
}

export type QuoteFault = 'unclosed-quote' | 'text-after-quote';

/** A quote that is not closed within so many characters was not meant as one. */
const LONGEST_QUOTED = 1 << 26;
/** Below this, an unfinished record is looked at again with every piece that arrives. */
const SMALL = 1 << 16;

export interface Cut {
  readonly cells: readonly string[];
  /** Where the record ends, and where the next one starts. */
  readonly end: number;
  readonly next: number;
  readonly fault?: QuoteFault;
}

export class CsvReader {
  readonly #delimiter: string;
  #text = '';
  #line: number;
  /** The length at which an unfinished record is looked at again: doubled each time, so that a huge one costs no square. */
  #lookAgain = 0;

  constructor(delimiter: string, line = 1) {
    this.#delimiter = delimiter;
    this.#line = line;
  }

  /** The records that are complete with this piece of text. */
  push(piece: string): CsvRecord[] {
    this.#text += piece;
    return this.#text.length < this.#lookAgain ? [] : this.#take(false);
  }

  /** What is left when no more text comes. */
  end(): CsvRecord[] {
    return this.#take(true);
  }

  #take(isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    const text = this.#text;
    let from = 0;
    while (from < text.length) {
      const cut = cutRecord(text, from, this.#delimiter, isLast);
      if (!cut) break;
      const { cells, end, next, fault } = cut;
      records.push({
        line: this.#line,
        raw: text.slice(from, end),
        cells,
        ...(fault === undefined ? {} : { fault }),
      });
      this.#line += countLines(text, from, next);
      from = next;
    }
    this.#text = text.slice(from);
    this.#lookAgain = this.#text.length < SMALL ? 0 : this.#text.length * 2;
    return records;
  }
}

/** Undefined when the record may go on in text that has not arrived. */
export function cutRecord(
  text: string,
  from: number,
  delimiter: string,
  isLast: boolean,
): Cut | undefined {
  const cells: string[] = [];
  for (let at = from; ;) {
    let end: number;
    if (text.charCodeAt(at) === QUOTE) {
      const cell = quotedCell(text, at, isLast);
      if (cell === undefined) return undefined;
      if (typeof cell === 'string') return firstLine(text, from, isLast, cell);
      cells.push(cell.value);
      ({ end } = cell);
    } else {
      end = plainEnd(text, at, delimiter);
      cells.push(text.slice(at, end));
    }
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    const next = nextLine(text, end, isLast);
    if (next === undefined) return undefined;
    if (next === end && end < text.length) return firstLine(text, from, isLast, 'text-after-quote');
    return { cells, end, next };
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

function quotedCell(text: string, from: number, isLast: boolean): Cell | QuoteFault | undefined {
  let value = '';
  for (let at = from + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1)
      return isLast || text.length - from > LONGEST_QUOTED ? 'unclosed-quote' : undefined;
    if (quote + 1 === text.length && !isLast) return undefined;
    if (text[quote + 1] !== '"') return { value: value + text.slice(at, quote), end: quote + 1 };
    value += text.slice(at, quote + 1);
    at = quote + 2;
  }
}

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/** Where a cell without quotes ends. */
function plainEnd(text: string, from: number, delimiter: string): number {
  const parting = delimiter.charCodeAt(0);
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === parting || code === NEWLINE || code === RETURN) break;
  }
  return end;
}

/** Where the line after this one starts; `at` itself when no line ends here, undefined when it cannot be told yet. */
function nextLine(text: string, at: number, isLast: boolean): number | undefined {
  if (at >= text.length) return isLast ? at : undefined;
  if (text[at] === '\n') return at + 1;
  if (text[at] !== '\r') return at;
  if (at + 1 >= text.length) return isLast ? at + 1 : undefined;
  return text[at + 1] === '\n' ? at + 2 : at + 1;
}

function firstLine(
  text: string,
  from: number,
  isLast: boolean,
  fault: QuoteFault,
): Cut | undefined {
  const end = plainEnd(text, from, '\n');
  const next = nextLine(text, end, isLast);
  if (next === undefined) return undefined;
  return { cells: [text.slice(from, end)], end, next, fault };
}

/** How many lines end in a part of a text. */
export function countLines(text: string, from: number, until: number): number {
  let lines = 0;
  for (let at = from; at < until; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1;
  }
  return lines;
}
