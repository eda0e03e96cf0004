import type { Replayed } from '../records/replay.ts';
import type { Palette } from './palette.ts';
import { labelled } from './wrap.ts';

export type ReplayedRecord = { readonly record: string } & (
  | Replayed
  | { readonly is: 'closed'; readonly why: string }
);

const LABEL_COLUMN = 14;
/** More of them say nothing more. */
const SHOWN = 8;

/** What a replay found, the records that decide otherwise by name. */
export function replayedText(replayed: readonly ReplayedRecord[], palette: Palette): string {
  const other = replayed.filter(({ is }) => is !== 'same');
  const lines = other.flatMap((each) => {
    const label = each.is === 'different' ? 'DIFFERENT' : 'NOT REPLAYED';
    return labelled(label, `${each.record}: ${why(each)}`, LABEL_COLUMN + 2, palette.stop(label));
  });
  const same = `${replayed.length - other.length} of ${replayed.length} screenings decide the same, byte for byte.`;
  return `${[...lines, other.length === 0 ? palette.go(same) : palette.stop(same)].join('\n')}\n`;
}

function why(each: ReplayedRecord): string {
  switch (each.is) {
    case 'same':
      return 'the same';
    case 'different': {
      const more = each.paths.length > SHOWN ? ` and ${each.paths.length - SHOWN} more` : '';
      return `what differs: ${each.paths.slice(0, SHOWN).join(', ')}${more}`;
    }
    case 'unreadable':
      return `its answers cannot be read: ${each.codes.join(', ')}`;
    case 'closed':
      return each.why;
  }
}
