/** Plain text that can be pasted anywhere: 72 columns, and no sign that a chart might garble where another will do. */
import { wrap } from '../wrap.ts';

export const PAPER_WIDTH = 72;

/** What stands for a sign that a chart or a console cannot show. */
export const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '·': '-',
  '•': '-',
  '…': '...',
  '→': '->',
  '≥': '>=',
  '≤': '<=',
  '\u00a0': ' ',
};

export function plainSigns(text: string): string {
  return text.replaceAll(
    /[^\n\u0020-\u007e]/gu,
    (sign) => PLAIN_SIGNS[sign] ?? (/\p{Cc}/u.test(sign) ? ' ' : sign),
  );
}

/** A text behind a prefix, its further lines set in below its beginning. Nothing is wider than the paper. */
export function hanging(prefix: string, text: string): string[] {
  const room = PAPER_WIDTH - prefix.length;
  const words = text.split(/\s+/).flatMap((word) => pieces(word, room));
  const lines = wrap(words.join(' '), room);
  return (lines.length === 0 ? [''] : lines).map((line, index) =>
    `${index === 0 ? prefix : ' '.repeat(prefix.length)}${line}`.trimEnd(),
  );
}

export function item(text: string): string[] {
  return hanging('- ', text);
}

/** A name in a column of its own and what it is. */
export function field(name: string, text: string, column = 14): string[] {
  return text === '' ? [] : hanging(`${name}:`.padEnd(column), text);
}

/** A heading with what stands below it; nothing when nothing does. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title.toUpperCase(), ...lines];
}

function pieces(word: string, room: number): string[] {
  return word.length <= room ? [word] : (word.match(new RegExp(`.{1,${room}}`, 'gsu')) ?? []);
}
