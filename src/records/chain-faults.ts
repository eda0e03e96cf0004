import { aboutOf } from './record.ts';
import { idPrefix, type SealedReading } from './sealed-record.ts';

/** The last record that was saved, kept beside the records so that its removal shows. */
export interface Tip {
  readonly number: number;
  readonly seal: string;
}

export interface ChainFault {
  /** Which record, by its number; 0 where the fault is of the folder. */
  readonly number: number;
  readonly code:
    | 'missing'
    | 'altered'
    | 'cut-short'
    | 'not-a-record'
    | 'misplaced'
    | 'replaced'
    | 'no-such-record'
    | 'no-tip'
    | 'strange-file'
    | 'rules-missing'
    | 'rules-altered';
  readonly message: string;
}

export interface PlacedReading {
  /** The number that the name of its file gives. */
  readonly number: number;
  readonly reading: SealedReading;
}

const BROKEN: Readonly<Record<Extract<SealedReading, { ok: false }>['fault'], string>> = {
  altered: 'was altered: its bytes do not give its seal',
  'cut-short': 'was cut short: it does not end with a seal',
  'not-a-record': 'is of no form that this version can read',
};

/** What is wrong with a chain of records, given in the order of their numbers, each named. */
export function chainFaults(
  readings: Iterable<PlacedReading>,
  tip: Tip | undefined,
): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  const ids = new Set<string>();
  let last: PlacedReading = { number: 0, reading: { ok: false, fault: 'not-a-record' } };
  for (const placed of readings) {
    faults.push(...missingBetween(last.number, placed.number));
    faults.push(...faultsOf(placed), ...linkFaults(last, placed), ...namedFaults(placed, ids));
    if (placed.reading.ok) ids.add(placed.reading.record.id);
    last = placed;
  }
  return [...faults, ...tipFaults(last, tip)];
}

/** More of them in a row are told as one. */
const SINGLY = 100;

function missingBetween(before: number, after: number): ChainFault[] {
  const count = after - before - 1;
  if (count > SINGLY) {
    const message = `and all up to record ${after - 1} are missing: they were removed`;
    return [{ number: before + 1, code: 'missing', message }];
  }
  return Array.from({ length: count }, (_, index) => ({
    number: before + 1 + index,
    code: 'missing',
    message: 'is missing: it was removed',
  }));
}

function faultsOf({ number, reading }: PlacedReading): ChainFault[] {
  if (!reading.ok) return [{ number, code: reading.fault, message: BROKEN[reading.fault] }];
  const told = reading.record.header.number;
  if (told === number) return [];
  return [{ number, code: 'misplaced', message: `is another: its file holds record ${told}` }];
}

/** A record that is sound itself, but is not the one that its successor was chained to. */
function linkFaults(before: PlacedReading, { number, reading }: PlacedReading): ChainFault[] {
  if (!reading.ok || reading.record.header.number !== number) return [];
  const { previous } = reading.record.header;
  if (number === 1) {
    const message = 'names a record before it, and is the first';
    return previous === null ? [] : [{ number, code: 'replaced', message }];
  }
  if (before.number !== number - 1 || !before.reading.ok) return [];
  const { header, seal } = before.reading.record;
  if (header.number !== before.number || seal === previous) return [];
  const message = `is not the one that record ${number} was chained to: it was replaced`;
  return [{ number: before.number, code: 'replaced', message }];
}

/** A record that is about another names one that stands before it. */
function namedFaults({ number, reading }: PlacedReading, ids: ReadonlySet<string>): ChainFault[] {
  if (!reading.ok) return [];
  const named = aboutOf(reading.record.header);
  if (named === null || ids.has(named)) return [];
  const message = `is about ${named}, and no record before it is that`;
  return [{ number, code: 'no-such-record', message }];
}

function tipFaults({ number, reading }: PlacedReading, tip: Tip | undefined): ChainFault[] {
  if (!tip) {
    const message = 'tip.json is missing: whether the last record was removed cannot be told';
    return number === 0 ? [] : [{ number: 0, code: 'no-tip', message }];
  }
  if (tip.number > number) return missingBetween(number, tip.number + 1);
  const isSame = !reading.ok || tip.number < number || reading.record.seal === tip.seal;
  const message = 'is not the one that was saved last: it was replaced';
  return isSame ? [] : [{ number, code: 'replaced', message }];
}

/** Those of the ids, whole or shortened, that no record has now. */
export function lostIds(ids: readonly string[], present: readonly string[]): readonly ChainFault[] {
  return ids.flatMap((id): ChainFault[] => {
    const { number, prefix } = idPrefix(id) ?? { number: 0, prefix: id };
    if (present.some((each) => each.startsWith(prefix))) return [];
    const message = `is not ${id}: what was saved under that id is gone`;
    return [{ number, code: 'no-such-record', message }];
  });
}
