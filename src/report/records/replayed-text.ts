import type { Replayed } from '../../records/replay.ts';
import type { Palette } from '../palette.ts';
import { labelled } from '../wrap.ts';

export type ReplayOutcome =
  | Replayed
  /** It could not be decided again: `closed` without the key, `lost` for good. */
  | { readonly is: 'closed' | 'lost'; readonly why: string };

export type ReplayedRecord = { readonly record: string } & ReplayOutcome;

const LABEL_COLUMN = 16;
/** More of them say nothing more. */
const SHOWN = 40;
const PATHS = 8;

/** What a replay found: the records that decide otherwise by name, and how many could not be replayed, and why. */
export function replayedText(replayed: readonly ReplayedRecord[], palette: Palette): string {
  const different = replayed.flatMap((each) => {
    const why = differenceOf(each);
    return why === undefined ? [] : [`${each.record}: ${why}`];
  });
  const line = (label: string, text: string): string[] =>
    labelled(label, text, LABEL_COLUMN, palette.stop(label));
  const same = replayed.filter(({ is }) => is === 'same').length;
  const total = `${same} of ${replayed.length} screenings decide the same, byte for byte.`;
  return `${[
    ...different.slice(0, SHOWN).flatMap((each) => line('DIFFERENT', each)),
    ...(different.length > SHOWN ? [`  and ${different.length - SHOWN} more`] : []),
    ...[...closedOf(replayed)].flatMap(([why, records]) =>
      line(
        'NOT REPLAYED',
        `${records.length === 1 ? records[0] : `${records.length} records`}: ${why}`,
      ),
    ),
    same === replayed.length ? palette.go(total) : palette.stop(total),
  ].join('\n')}\n`;
}

function differenceOf(each: ReplayedRecord): string | undefined {
  if (each.is === 'unreadable') return `its answers cannot be read: ${each.codes.join(', ')}`;
  if (each.is !== 'different') return undefined;
  const more = each.paths.length > PATHS ? ` and ${each.paths.length - PATHS} more` : '';
  return `what differs: ${each.paths.slice(0, PATHS).join(', ')}${more}`;
}

/** The records that were not decided again, by the reason why not. */
function closedOf(replayed: readonly ReplayedRecord[]): ReadonlyMap<string, readonly string[]> {
  const closed = new Map<string, string[]>();
  for (const each of replayed) {
    if (each.is !== 'closed' && each.is !== 'lost') continue;
    closed.set(each.why, [...(closed.get(each.why) ?? []), each.record]);
  }
  return closed;
}
