import { positionAt, type Span } from './diagnostic.ts';

const WIDTH = 76;

/** The line that a span starts on, with a caret line below it; a long line is cut around the place. */
export function codeFrame({ source, start, end }: Span): string {
  const { line, column } = positionAt(source.text, start);
  const content = (source.text.split('\n')[line - 1] ?? '')
    .replaceAll('\t', ' ')
    .replace(/\r$/, '');
  const gutter = `${line} | `;
  const room = WIDTH - gutter.length;
  const offset = column + 10 > room ? Math.max(0, column - Math.floor(room / 2)) : 0;
  const shown = content.slice(offset, offset + room);
  const length = Math.max(1, Math.min(end - start, shown.length - (column - 1 - offset)));
  const pad = ' '.repeat(gutter.length - 2);
  return `${gutter}${shown}\n${pad}| ${' '.repeat(column - 1 - offset)}${'^'.repeat(length)}`;
}
