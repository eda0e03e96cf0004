/**
 * Breaks a text at spaces into lines of at most `width` characters; a longer word stands alone. Control signs, which would
 * move a terminal's cursor, count as spaces.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[\s\p{Cc}]+/u).filter((each) => each !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A label in a column of its own, with a wrapped text beside it. `shown` is the label as printed, colour and all. */
export function labelled(
  label: string,
  text: string,
  indent: number,
  shown: string = label,
): string[] {
  const column = indent;
  const lines = wrap(text, WIDTH - column);
  const pad = ' '.repeat(Math.max(1, column - 2 - label.length));
  return (lines.length > 0 ? lines : ['']).map((line, index) =>
    index === 0 ? `  ${shown}${pad}${line}` : `${' '.repeat(column)}${line}`,
  );
}

/** A path behind what it is of, or on a line of its own, whole, where both do not fit on one. */
export function pathLines(label: string, path: string): string[] {
  const line = `${label} ${path}`;
  return line.length <= WIDTH ? [line] : [label, `    ${path}`];
}

/** A line of a list. */
export function bullet(text: string): string[] {
  return labelled('-', text, 4);
}

/** Nothing is printed wider than this. */
export const WIDTH = 80;

/** A text cut to a width, with three dots where something is left out. */
export function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 3).trimEnd()}...`;
}
