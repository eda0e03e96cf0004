/** Dates written in a stated format, read without a guess. */

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MMM: '(?<name>[A-Za-z]{3})',
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  hh: String.raw`(?<hour>\d{2})`,
  h: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`(?<second>\d{2})`,
  Z: String.raw`(?<zone>Z|[+-]\d{2}:?\d{2})`,
  A: '(?<half>[AaPp])\\.?[Mm]\\.?',
};
const TOKEN = /YYYY|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|Z|A|[^A-Za-z]+|./g;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads texts of one format; gives ISO dates, with the hour where the format has one. */
export type DateReader = (text: string) => string | undefined;

/** Undefined when the format names no full date, or something twice. */
export function dateReader(format: string): DateReader | undefined {
  const tokens = format.match(TOKEN) ?? [];
  const parts = tokens.map((token) => TOKENS[token] ?? escaped(token));
  const groups = parts.flatMap((part) => /^\(\?<(\w+)>/.exec(part)?.[1] ?? []);
  const has = (group: string): boolean => groups.includes(group);
  const isWhole =
    has('year') && has('day') && has('month') !== has('name') && has('hour') === has('minute');
  const isHalf = tokens.some((token) => token === 'h' || token === 'hh');
  if (!isWhole || isHalf !== has('half') || new Set(groups).size < groups.length) return undefined;
  const pattern = new RegExp(`^${parts.join('')}$`);
  return (text) => {
    const found = pattern.exec(text.trim().replaceAll(/\s+/g, ' '))?.groups;
    return found && isoOf(found);
  };
}

/** The one date that these formats give; `ambiguous` when they give several. */
export function readDate(
  text: string,
  readers: readonly DateReader[],
): string | undefined | { readonly ambiguous: true } {
  const found = new Set(readers.flatMap((read) => read(text) ?? []));
  if (found.size > 1) return { ambiguous: true };
  return [...found][0];
}

function isoOf(found: Readonly<Record<string, string | undefined>>): string | undefined {
  const month = found['month'] ?? String(MONTHS.indexOf(found['name']?.toLowerCase() ?? '') + 1);
  const date = `${found['year']}-${month.padStart(2, '0')}-${found['day']?.padStart(2, '0')}`;
  if (found['hour'] === undefined) return date;
  const hour = hourOf(Number(found['hour']), found['half']?.toLowerCase());
  return hour === undefined
    ? undefined
    : `${date}T${String(hour).padStart(2, '0')}:${found['minute']}${found['second'] === undefined ? '' : `:${found['second']}`}${found['zone'] ?? ''}`;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}
