/** Lengths of time as people state them: "72 hours", "3 months". */

const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;

export type Unit = (typeof UNITS)[number];

/** Minutes and hours are exact; days, weeks and months are counted on the calendar. */
export interface Duration {
  readonly count: number;
  readonly unit: Unit;
}

const PATTERN = /^(\d{1,5}(?:\.\d+)?) (minute|hour|day|week|month)s?$/;

/** Reads "72 hours" or "1 day"; undefined when the text is no duration. The calendar knows no half days or months. */
export function parseDuration(text: string): Duration | undefined {
  const match = PATTERN.exec(text.trim());
  if (!match) return undefined;
  const unit = UNITS.find((name) => name === `${match[2]}s`);
  const count = Number(match[1]);
  if (unit === undefined || (isCalendarUnit(unit) && !Number.isInteger(count))) return undefined;
  return { count, unit };
}

export function formatDuration({ count, unit }: Duration): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** Whether the unit is counted in whole days of the calendar rather than exactly. */
export function isCalendarUnit(unit: Unit): boolean {
  return unit !== 'minutes' && unit !== 'hours';
}

const MS = { minutes: 60_000, hours: 3_600_000 };

/** Milliseconds of an exact duration. Throws on a calendar unit, whose length depends on the date. */
export function exactMs({ count, unit }: Duration): number {
  if (unit === 'minutes' || unit === 'hours') return count * MS[unit];
  throw new Error(`${unit} have no exact length`);
}

/** Orders durations of any unit by their usual length. */
export function approximateHours({ count, unit }: Duration): number {
  const hours = { minutes: 1 / 60, hours: 1, days: 24, weeks: 168, months: 730 };
  return count * hours[unit];
}
