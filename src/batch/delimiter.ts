const CANDIDATES = [',', ';', '\t', '|'] as const;

/** The delimiter that stands most often in the first line, outside quotes; a comma when none does. */
export function detectDelimiter(start: string): string {
  const line = firstRecord(start).replaceAll(/"[^"]*"/g, '');
  let best: string = CANDIDATES[0];
  for (const each of CANDIDATES) if (count(line, each) > count(line, best)) best = each;
  return best;
}

/** The first line that is not blank. */
function firstRecord(text: string): string {
  return text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
