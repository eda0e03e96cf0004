/** Cuts JSON as it arrives: lines of NDJSON, or the elements of one array, each with its text and physical line. */

export interface JsonPiece {
  readonly line: number;
  readonly raw: string;
}

/** One JSON value a line. Blank lines are told too, so that lines can be counted. */
export class LineReader {
  #text = '';
  #line = 1;

  get waiting(): number {
    return this.#text.length;
  }

  push(piece: string): JsonPiece[] {
    this.#text += piece;
    if (!piece.includes('\n')) return [];
    const lines = this.#text.split('\n');
    this.#text = lines.pop() ?? '';
    return lines.map((raw) => this.#piece(raw));
  }

  end(): JsonPiece[] {
    const raw = this.#text;
    this.#text = '';
    return raw === '' ? [] : [this.#piece(raw)];
  }

  #piece(raw: string): JsonPiece {
    const line = this.#line;
    this.#line += 1;
    return { line, raw: raw.endsWith('\r') ? raw.slice(0, -1) : raw };
  }
}

/** How deep a place of a JSON text is, and whether inside a string. */
class Nesting {
  depth = 0;
  inString = false;
  #escaped = false;

  step(char: string): void {
    if (this.inString) {
      if (this.#escaped) this.#escaped = false;
      else if (char === '\\') this.#escaped = true;
      else if (char === '"') this.inString = false;
    } else if (char === '"') this.inString = true;
    else if (char === '[' || char === '{') this.depth += 1;
    else if (char === ']' || char === '}') this.depth -= 1;
  }
}

/** The elements of one array. What stands where no element can is an element too, so that its fault is told. */
export class ArrayReader {
  readonly #nesting = new Nesting();
  #element = '';
  #elementLine: number;
  #line: number;
  #closed = false;

  constructor(line = 1) {
    this.#line = line;
    this.#elementLine = line;
  }

  get waiting(): number {
    return this.#element.length;
  }

  push(piece: string): JsonPiece[] {
    const found: JsonPiece[] = [];
    const nesting = this.#nesting;
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const char = piece[at] ?? '';
      if (char === '\n') this.#line += 1;
      const before = nesting.depth;
      nesting.step(char);
      const opens = before === 0 && nesting.depth === 1;
      const parts = before === 1 && nesting.depth === 1 && char === ',' && !nesting.inString;
      const closes = before === 1 && nesting.depth === 0;
      if (opens || parts || closes) {
        this.#grow(piece.slice(from, at));
        from = at + 1;
        if (!opens || this.#element.trim() !== '') found.push(...this.#take(parts));
        this.#closed ||= closes;
      }
    }
    this.#grow(piece.slice(from));
    return found;
  }

  /** What was begun and not ended, or stands behind the array. */
  end(): JsonPiece[] {
    const rest = this.#take(false);
    return this.#closed || rest.length > 0 ? rest : [{ line: this.#line, raw: '' }];
  }

  #grow(text: string): void {
    if (this.#element === '') {
      const trimmed = text.trimStart();
      this.#elementLine = this.#line - newlines(trimmed);
      this.#element = trimmed;
    } else this.#element += text;
  }

  #take(evenEmpty: boolean): JsonPiece[] {
    const raw = this.#element.trimEnd();
    this.#element = '';
    return raw === '' && !evenEmpty ? [] : [{ line: this.#elementLine, raw }];
  }
}

/** The elements of the array that stands under a key of an object, as they stand; of the last one, as JSON has it. */
export function elementsUnder(key: string, { line, raw }: JsonPiece): readonly JsonPiece[] {
  const nesting = new Nesting();
  let elements: readonly JsonPiece[] = [];
  let string = 0;
  let name = '';
  let open: number | undefined;
  for (let at = 0; at < raw.length; at += 1) {
    const before = nesting.depth;
    const wasInString = nesting.inString;
    nesting.step(raw[at] ?? '');
    if (nesting.depth === 1 && !wasInString && nesting.inString) string = at;
    else if (nesting.depth === 1 && wasInString && !nesting.inString)
      name = raw.slice(string, at + 1);
    else if (before === 1 && nesting.depth === 2 && JSON.parse(name) === key) open = at;
    else if (before === 2 && nesting.depth === 1 && open !== undefined) {
      const reader = new ArrayReader(line + newlines(raw.slice(0, open)));
      elements = reader.push(raw.slice(open, at + 1));
      open = undefined;
    }
  }
  return elements;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
