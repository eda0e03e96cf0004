import { Trouble } from '../trouble.ts';

/** Characters of one row beyond which no text can be held at all. */
const MOST = 400_000_000;

/** A row that does not end: it could not be kept among the rejected ones either. */
export function refuseTooLong(file: string, waiting: number): void {
  if (waiting > MOST)
    throw new Trouble(`${file}: a row of it is longer than 400 MB; it is no file of patients`);
}
