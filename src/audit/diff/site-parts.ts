import { clock } from '../../time/format-local.ts';
import type { OpeningHours } from '../../time/opening-hours.ts';
import type { Site } from '../../rules/site.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What a site declares, key by key, as it stands in its file. */
export function siteParts({ opening_hours: hours, ...site }: Site): Map<string, unknown> {
  const parts = Object.entries(site).map(
    ([key, value]) => [key, isKeyed(value) ? value : { is: value }] as const,
  );
  return new Map<string, unknown>([['opening_hours', byDay(hours)], ...parts]);
}

function isKeyed(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}

function byDay(hours: OpeningHours): Record<string, string> {
  return Object.fromEntries(
    DAYS.map((day, index) => {
      const spans = hours[index] ?? [];
      const open = spans.map(({ from, until }) => `${clock(from)} to ${clock(until)}`);
      return [day, open.length === 0 ? 'closed' : open.join(', ')];
    }),
  );
}
