import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';

import { formatDay } from '../../time/day.ts';
import { complain, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { writeWhole } from '../write-whole.ts';

/** A name for a file of answers, from a day and chance: nothing of the patient. */
export function newIntakeName(day: number): string {
  return `prescreen-${formatDay(day)}-${randomBytes(3).toString('hex')}.json`;
}

/** Writes answers for `check`, for the owner alone and never over another file. */
export function writeIntake(file: string, intake: object, terminal: Terminal): void {
  if (existsSync(file)) throw new Trouble(`${file} is already there; give another name`);
  writeWhole(file, `${JSON.stringify(intake, null, 2)}\n`, 0o600);
  complain(terminal, `Written to ${file}\nTo decide it again: prescreen check ${file}`);
}
