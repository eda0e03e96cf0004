import type { Repeated, Repeats } from '../batch/repeats.ts';
import { DISPOSITION_WORDS } from './disposition-words.ts';

export function repeatsTitle({ patients }: Repeats): string {
  const who = patients === 1 ? '1 patient stands' : `${patients} patients stand`;
  return `${who} in several rows for the same procedure time:`;
}

/** Where, a line for each patient: by file and line, and nothing of the patient. */
export function repeatsLines({ patients, named }: Repeats): string[] {
  const more = patients - named.length;
  return [...named.map(repeatedText), ...(more > 0 ? [`and ${more} more`] : [])];
}

function repeatedText({ rows, places, dispositions }: Repeated): string {
  const told = places.map(({ file, line }) => `${file}:${line}`).join(', ');
  const where = rows > places.length ? `${told} and ${rows - places.length} more` : told;
  const words = dispositions.map((each) => DISPOSITION_WORDS[each]).join(', ');
  return dispositions.length === 1 ? where : `${where}: decided differently (${words})`;
}
