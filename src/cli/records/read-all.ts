import type { PlacedReading } from '../../records/chain-faults.ts';
import type { Progress } from '../batch/progress.ts';
import { readRecord, recordNumbers } from './folder.ts';

/** Every record of a folder, in the order of saving. */
export function* readAll(folder: string, progress: Progress): Generator<PlacedReading> {
  const numbers = recordNumbers(folder);
  for (const [index, number] of numbers.entries()) {
    const reading = readRecord(folder, number);
    if (reading) yield { number, reading };
    progress.tell(index + 1, (index + 1) / numbers.length);
  }
}
