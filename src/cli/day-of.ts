import { type Day, parseDay } from '../time/day.ts';
import { Trouble } from './trouble.ts';

/** The day that an option gives. */
export function dayOf(text: string | undefined, option: string): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined)
    throw new Trouble(`${option}: \`${text}\` is no date; write it like 2026-11-20`);
  return day;
}
