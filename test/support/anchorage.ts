import { parseInstant } from '../../src/time/parse-time.ts';
import { type Instant, Zone } from '../../src/time/zone.ts';

/** The time zone that the tests of clinics use. */
export const ANCHORAGE = new Zone('America/Anchorage');

/** The moment of a date-time on the clinic's clock, or with its own offset. */
export function at(text: string, zone: Zone = ANCHORAGE): Instant {
  const instant = parseInstant(text, zone, 'earlier');
  if (instant === undefined) throw new Error(`no date-time: ${text}`);
  return instant;
}
