import type { Verified } from '../../audit/verify/verify.ts';
import type { Palette } from '../palette.ts';
import { witnessText } from './transition-words.ts';
import { labelled, wrap, WIDTH } from '../wrap.ts';

const STATUS = { proved: 'PROVED', refuted: 'REFUTED', 'not-proved': 'NOT PROVED' };

function counted(regions: number): string {
  return regions === 1 ? '1 region.' : `${regions} regions.`;
}

/** Each law with what came of it, and on what basis; `procedureAt` are the moments for which it was proved. */
export function verifiedText(
  laws: readonly Verified[],
  procedureAt: readonly string[],
  palette: Palette,
): string {
  const lines = laws.flatMap(({ id, says, status, basis, regions, witness, during, at }) => {
    const label = STATUS[status];
    const shown = status === 'proved' ? palette.go(label) : palette.stop(label);
    return [
      ...labelled(
        label,
        `${says} (${[id, at, during].filter((each) => each !== undefined).join(', ')})`,
        14,
        shown,
      ),
      ...labelled('', `${basis}. ${counted(regions)}`, 14),
      ...(witness === undefined ? [] : labelled('', `for example: ${witnessText(witness)}`, 14)),
    ];
  });
  const scope = [
    'A region is a set of answers that no test tells apart; each was put to the real evaluation. One medicine was tried ' +
      'at a time, and that suffices for any number of medicines: a rule looks at each by itself, and conditions about ' +
      'other medicines and definitions were taken as true, false and open by turns, which is more than can happen.',
    `Proved for a procedure at ${procedureAt.join(', ')}. Waits in hours and in calendar days are ` +
      'counted from there; where both are put to one moment, or to a dose and the screening, another hour of the day or ' +
      'a change of the clocks can cut the days otherwise, and was not looked at.',
  ];
  return `${[...lines, '', ...scope.flatMap((each) => wrap(each, WIDTH))].join('\n')}\n`;
}
