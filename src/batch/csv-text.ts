/** A row as CSV that a spreadsheet opens and runs nothing of. */
export function csvRow(values: readonly string[], delimiter = ','): string {
  return `${values.map((value) => csvCell(neutral(value), delimiter)).join(delimiter)}\r\n`;
}

/** A text that a spreadsheet would take for a formula, made plain by an apostrophe before it. */
export function neutral(value: string): string {
  return /^\s*[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
}

/** Quoted where it has to be. */
export function csvCell(value: string, delimiter: string): string {
  const isPlain = !/["\r\n]/.test(value) && !value.includes(delimiter) && value === value.trim();
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}
