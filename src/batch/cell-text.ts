export type TextEncoding = 'utf-8' | 'windows-1252';

/** Windows-1252 from 0x80 to 0x9F; the rest is as in Latin-1. Node 20's own decoder leaves these as control characters. */
const WINDOWS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

// Every byte that is no ASCII stands as a character above it.
const BEYOND_ASCII = /[\u0080-\u{10FFFF}]/u;

export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/**
 * Reads cells that were cut as one character a byte. When the encoding is not stated, the first byte beyond ASCII
 * tells it: UTF-8 if it is valid, else Windows-1252; from then on it stays, and what does not fit is a fault.
 */
export class CellText {
  #encoding: TextEncoding | undefined;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(encoding: TextEncoding | undefined) {
    this.#encoding = encoding;
  }

  /** Undefined as long as nothing beyond ASCII was read. */
  get settled(): TextEncoding | undefined {
    return this.#encoding;
  }

  /** Undefined when the bytes are no text in the encoding. */
  read(bytes: string): string | undefined {
    if (isAscii(bytes)) return bytes;
    const array = Uint8Array.from(bytes, (char) => char.charCodeAt(0));
    const utf8 = this.#encoding === 'windows-1252' ? undefined : this.#readUtf8(array);
    if (utf8 !== undefined) this.#encoding = 'utf-8';
    this.#encoding ??= 'windows-1252';
    return this.#encoding === 'utf-8' ? utf8 : windows(bytes);
  }

  #readUtf8(array: Uint8Array): string | undefined {
    try {
      return this.#utf8.decode(array);
    } catch {
      return undefined;
    }
  }
}

function windows(bytes: string): string {
  return bytes.replaceAll(/[\u0080-\u009F]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char);
}
