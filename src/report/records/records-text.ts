/** Records in words: a list of them, and what `records verify` found. */
import type { ChainFault } from '../../records/chain-faults.ts';
import { paddedNumber } from '../../records/sealed-record.ts';
import type { ListedRecord } from '../../records/listed-record.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Zone } from '../../time/zone.ts';
import type { Palette } from '../palette.ts';
import { counted } from '../counted.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import { labelled, shorten, wrap, WIDTH } from '../wrap.ts';

export interface VerifiedRecords {
  readonly folder: string;
  readonly count: number;
  /** The id of the last record; without any, none. */
  readonly last: string | undefined;
  /** How many sets of rules decided. */
  readonly rules: number;
  readonly faults: readonly ChainFault[];
}

/** More of them say nothing more. */
const SHOWN = 40;

export function verifiedRecordsText(
  { folder, count, last, rules, faults }: VerifiedRecords,
  palette: Palette,
): string {
  const what = `${counted(count, 'record')} in ${folder}, decided by ${counted(rules, 'set')} of rules.`;
  if (faults.length === 0) {
    const lines = [
      ...wrap(what, WIDTH),
      palette.go('Every seal is right and the chain is whole.'),
      ...(last === undefined
        ? []
        : wrap(
            `The last is ${last}. Its id stands for all of them: noted elsewhere and given to ` +
              'this command, it shows whether they are still what they were.',
            WIDTH,
          )),
    ];
    return `${lines.join('\n')}\n`;
  }
  const shown = faults.slice(0, SHOWN).flatMap(({ number, code, message }) => {
    const label = code.toUpperCase().replaceAll('-', ' ');
    const whom = number === 0 ? '' : `record ${number} (${paddedNumber(number)}.record) `;
    return labelled(label, `${whom}${message}`, 18, palette.stop(label));
  });
  const more = faults.length > SHOWN ? [`  and ${faults.length - SHOWN} more`] : [];
  const found = `${counted(faults.length, 'fault')} found.`;
  return `${[...wrap(what, WIDTH), ...shown, ...more, palette.stop(found)].join('\n')}\n`;
}

/** A line for each record: its number, when it was saved, whom it is about, the procedure, and what came of it. */
export function listedRecordsText(
  records: readonly ListedRecord[],
  zone: Zone,
  palette: Palette,
): string {
  if (records.length === 0) return 'No records.\n';
  const lines = records.flatMap((each) => {
    const { disposition, urgency, overridden_to: to } = each;
    const words = urgency === 'emergency' ? 'EMERGENCY' : DISPOSITION_WORDS[disposition];
    const cells = [
      String(Number(each.record.split('-')[0])).padStart(6),
      minuteOf(each.saved_at, zone),
      shorten(each.id, 14).padEnd(14),
      minuteOf(each.procedure_at, zone),
      words,
    ];
    const later = [
      ...(each.follows === null ? [] : [`takes up ${each.follows}`]),
      ...(to === null ? [] : [`overridden to ${DISPOSITION_WORDS[to]}`]),
    ];
    return [
      cells.join('  '),
      ...(later.length === 0 ? [] : [`${' '.repeat(8)}${later.join(', ')}`]),
    ];
  });
  const head = 'record  saved             id              procedure         disposition';
  return `${[palette.heading(head), ...lines].join('\n')}\n`;
}

/** "2026-11-24 09:00", on the clinic's clock. */
function minuteOf(at: string, zone: Zone): string {
  return zone.format(readBack(at)).slice(0, 16).replace('T', ' ');
}
