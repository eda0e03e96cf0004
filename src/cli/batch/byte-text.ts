/** Bytes as text of a character a byte, so that a record can be cut and kept exactly, whatever it is encoded in. */
import type { Wide } from './sniff.ts';

const UTF8_MARK = '\u00EF\u00BB\u00BF';

export async function* byteTexts(
  chunks: AsyncIterable<Buffer>,
  wide: Wide | undefined,
): AsyncGenerator<string> {
  let isFirst = true;
  const decoder = wide === undefined ? undefined : new TextDecoder(wide);
  for await (const chunk of chunks) {
    const utf8 = decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
    const text = utf8.toString('latin1');
    yield isFirst && text.startsWith(UTF8_MARK) ? text.slice(UTF8_MARK.length) : text;
    if (text !== '') isFirst = false;
  }
  // Half a character at the end becomes one that is none, so that its cell is rejected or at least not shortened.
  if (decoder) yield Buffer.from(decoder.decode()).toString('latin1');
}

/** Text of a character a byte back to the bytes of its file. */
export function bytesFor(text: string, wide: Wide | undefined): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  if (wide === undefined) return bytes;
  const units = Buffer.from(bytes.toString('utf8'), 'utf16le');
  return wide === 'utf-16le' ? units : units.swap16();
}

/** The mark that a file of this encoding starts with. */
export function markOf(wide: Wide | undefined): Buffer {
  if (wide === undefined) return Buffer.alloc(0);
  return wide === 'utf-16le' ? Buffer.from([0xff, 0xfe]) : Buffer.from([0xfe, 0xff]);
}
