/** Parts a table into pieces as it arrives. Lines without quotes, nearly all, are only looked over for their ends. */
import { CellText, isAscii, type TextEncoding } from './cell-text.ts';
import { countLines, type CsvRecord, type Cut, cutRecord } from './csv-reader.ts';
import { rowOf, type RowRun } from './row-run.ts';
import { isBlank } from './table-answers.ts';

/** Rows, and characters, after which a piece is full. */
const ROWS = 256;
const CHARACTERS = 1 << 20;
/** Below this, an unfinished record is looked at again with every text that arrives. */
const SMALL = 1 << 16;

interface Found {
  readonly next: number;
  readonly lines: number;
  readonly isBlank: boolean;
  /** Only of a record whose quotes cannot be meant: what tells so may stand far behind it. */
  readonly faulty?: CsvRecord;
}

/** Where a piece starts. */
interface Open {
  readonly from: number;
  readonly line: number;
  readonly record: number;
}

export class TablePieces {
  readonly #delimiter: string;
  readonly #headerLine: number;
  #encoding: TextEncoding | undefined;
  #text = '';
  #line = 1;
  #record = 1;
  /** The length at which an unfinished record is looked at again: doubled each time, so that a huge one costs no square. */
  #lookAgain = 0;
  #header: CsvRecord | undefined;
  /** Where the next quote and the next carriage return stand; from the text's end on when there is none. */
  #quote = 0;
  #return = 0;

  /** Above `headerLine` stand titles, and no rows. */
  constructor(delimiter: string, encoding: TextEncoding | undefined, headerLine = 1) {
    this.#delimiter = delimiter;
    this.#encoding = encoding;
    this.#headerLine = headerLine;
  }

  /** The first record that is not blank, once it has arrived. */
  get header(): CsvRecord | undefined {
    return this.#header;
  }

  get encoding(): TextEncoding | undefined {
    return this.#encoding;
  }

  /** How many characters wait for the end of their record. */
  get waiting(): number {
    return this.#text.length;
  }

  /** The pieces that are complete with this text. */
  push(text: string): RowRun[] {
    this.#text += text;
    return this.#text.length < this.#lookAgain ? [] : this.#take(false);
  }

  /** What is left when no more text comes. */
  end(): RowRun[] {
    return this.#take(true);
  }

  #take(isLast: boolean): RowRun[] {
    const pieces: RowRun[] = [];
    this.#quote = -1;
    this.#return = -1;
    if (!this.#header && !this.#takeHeader(isLast)) return pieces;
    let at = 0;
    let open = this.#open(at);
    while (at < this.#text.length) {
      const found = this.#find(at, isLast);
      if (!found) break;
      if (found.faulty) pieces.push(...this.#close(open, at), this.#alone(found.faulty));
      at = found.next;
      this.#line += found.lines;
      if (!found.isBlank) this.#record += 1;
      if (found.faulty) open = this.#open(at);
      else if (this.#record - open.record >= ROWS || at - open.from > CHARACTERS) {
        pieces.push(...this.#close(open, at));
        open = this.#open(at);
      }
    }
    pieces.push(...this.#close(open, at));
    this.#text = this.#text.slice(at);
    this.#lookAgain = this.#text.length < SMALL ? 0 : this.#text.length * 2;
    return pieces;
  }

  #open(from: number): Open {
    return { from, line: this.#line, record: this.#record };
  }

  #close({ from, line, record }: Open, to: number): RowRun[] {
    const count = this.#record - record;
    if (count === 0) return [];
    const text = this.#text.slice(from, to);
    this.#encoding ??= encodingOf(text, this.#delimiter);
    const encoding = this.#encoding;
    return [{ kind: 'piece', text, delimiter: this.#delimiter, encoding, line, record, count }];
  }

  #alone(faulty: CsvRecord): RowRun {
    const text = new CellText(this.#encoding);
    const rows = [rowOf(faulty, this.#record, text)];
    this.#encoding = text.settled;
    return { kind: 'rows', rows };
  }

  /** Takes the header off, and tells whether it is there. */
  #takeHeader(isLast: boolean): boolean {
    while (this.#text !== '' && !this.#header) {
      const cut = cutRecord(this.#text, 0, this.#delimiter, isLast);
      if (!cut) break;
      if (this.#line >= this.#headerLine && !isBlank(cut.cells)) {
        this.#header = this.#recordOf(cut, 0);
        this.#encoding ??= encodingOf(this.#header.raw, this.#delimiter);
      }
      this.#line += countLines(this.#text, 0, cut.next);
      this.#text = this.#text.slice(cut.next);
    }
    return this.#header !== undefined;
  }

  /** The record that starts here; undefined when it may go on in text that has not arrived. */
  #find(at: number, isLast: boolean): Found | undefined {
    const text = this.#text;
    if (this.#quote < at) this.#quote = placeOf('"', text, at);
    if (this.#return < at) this.#return = placeOf('\r', text, at);
    const end = text.indexOf('\n', at);
    const isPlain = end !== -1 && this.#quote > end && this.#return >= end - 1;
    if (isPlain && isWord(text.charCodeAt(at), this.#delimiter))
      return { next: end + 1, lines: 1, isBlank: false };
    const cut = cutRecord(text, at, this.#delimiter, isLast);
    if (!cut) return undefined;
    const lines = countLines(text, at, cut.next);
    const found = { next: cut.next, lines, isBlank: isBlank(cut.cells) };
    return cut.fault === undefined ? found : { ...found, faulty: this.#recordOf(cut, at) };
  }

  #recordOf({ cells, end, fault }: Cut, from: number): CsvRecord {
    const record = { line: this.#line, raw: this.#text.slice(from, end), cells };
    return fault === undefined ? record : { ...record, fault };
  }
}

function placeOf(char: string, text: string, from: number): number {
  const at = text.indexOf(char, from);
  return at === -1 ? text.length : at;
}

/** Whether a record that starts like this is surely not blank. */
function isWord(code: number, delimiter: string): boolean {
  return code > 0x20 && code < 0x7f && code !== delimiter.charCodeAt(0);
}

/** What the first characters beyond ASCII tell of the encoding. */
function encodingOf(text: string, delimiter: string): TextEncoding | undefined {
  if (isAscii(text)) return undefined;
  const cells = new CellText(undefined);
  for (let at = 0; at < text.length && cells.settled === undefined;) {
    const cut = cutRecord(text, at, delimiter, true);
    if (!cut) break;
    if (!isBlank(cut.cells)) for (const cell of cut.cells) cells.read(cell);
    at = cut.next;
  }
  return cells.settled;
}
