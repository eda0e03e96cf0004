import { idPrefix, type SealedRecord } from '../../records/sealed-record.ts';
import { Trouble } from '../trouble.ts';
import { readRecord, recordNumbers } from './folder.ts';

/** The record that an id names, or the beginning of one: its number is enough. */
function findRecord(folder: string, id: string): SealedRecord {
  const { number, prefix } = readId(id);
  const reading = readRecord(folder, number);
  if (!reading) throw new Trouble(noSuchRecord(folder, number));
  if (!reading.ok)
    throw new Trouble(`record ${number} is damaged; to see how: prescreen records verify`);
  const { record } = reading;
  if (!record.id.startsWith(prefix))
    throw new Trouble(`there is no record \`${id}\`; did you mean \`${record.id}\`?`);
  return record;
}

/** The screening that an id names; the id of an addition leads to the screening that it is about. */
export function findScreening(folder: string, id: string): SealedRecord {
  const { header, ...found } = findRecord(folder, id);
  return header.kind === 'addition' ? findRecord(folder, header.to) : { header, ...found };
}

/** An id as it was written on the command line. */
export function readId(id: string): NonNullable<ReturnType<typeof idPrefix>> {
  const read = idPrefix(id);
  if (read) return read;
  throw new Trouble(
    `\`${id}\` is no id of a record; an id is like 0000042-3fa9c2b1d07e, or its number. ` +
      'To look for a patient: prescreen records list --id ID',
  );
}

function noSuchRecord(folder: string, number: number): string {
  const last = recordNumbers(folder).at(-1);
  if (last === undefined) return `there are no records in ${folder}`;
  return `there is no record ${number}; the last is ${last}`;
}
