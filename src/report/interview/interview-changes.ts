import type { ResultChanges } from '../../interview/result-changes.ts';
import type { Palette } from '../palette.ts';
import { headlineWords } from '../summary-text.ts';
import { bullet, labelled } from '../wrap.ts';

const COLUMN = 12;

/** What changed since the screening that was taken up; one line when nothing did. */
export function changesText(changes: ResultChanges, record: string, palette: Palette): string {
  const { before, now, cleared, raised, added, removed, otherwise } = changes;
  const [was, is] = [headlineWords(before), headlineWords(now)];
  const lines = [
    ...raised.flatMap(({ message }) => labelled('new', message, COLUMN, palette.stop('new'))),
    ...cleared.flatMap(({ message }) =>
      labelled('cleared', message, COLUMN, palette.go('cleared')),
    ),
    ...added.flatMap(({ as_written: name }) => labelled('medicine', `${name}: new`, COLUMN)),
    ...removed.flatMap(({ as_written: name }) =>
      labelled('medicine', `${name}: no longer named`, COLUMN),
    ),
    ...otherwise.flatMap(({ before: earlier, now: line }) =>
      labelled(
        'medicine',
        `${line.as_written}: ${spaced(line.action)}, before ${spaced(earlier.action)}`,
        COLUMN,
      ),
    ),
  ];
  return [
    palette.heading(`Since record ${record}`),
    ...labelled('result', was === is ? `${is}, as before` : `${is}, before ${was}`, COLUMN),
    ...(lines.length === 0 ? bullet('No finding and no medicine has changed.') : lines),
  ].join('\n');
}

function spaced(action: string): string {
  return action.replaceAll('-', ' ');
}
