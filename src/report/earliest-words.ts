import type { ScreenResult } from '../evaluation/result.ts';
import { formatLocalTime } from '../time/format-local.ts';
import { readBack } from '../time/parse-time.ts';
import type { Zone } from '../time/zone.ts';

/** When it could go ahead, by which rule, and on what that counts; nothing where nothing holds. */
export function earliestWords(
  { disposition, earliest_go: earliest }: ScreenResult,
  zone: Zone,
): string {
  if (disposition !== 'hold') return '';
  if (!earliest) return 'No earliest date: what holds does not clear with time alone.';
  const { at, because, if_no_further_dose_of: counted = [] } = earliest;
  const grounds = because.length === 0 ? '' : ` (${because.join(', ')})`;
  const condition =
    counted.length === 0 ? '' : `, if no further dose of ${counted.join(' or ')} is taken`;
  return `Earliest date: ${formatLocalTime(readBack(at), zone)}${grounds}${condition}`;
}
