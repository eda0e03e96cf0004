import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import { type Ask, offer, readCommand, refused } from '../../interview/ask.ts';
import { formatDay } from '../../time/day.ts';
import { reasonOf } from '../files.ts';
import type { Asker } from './asker.ts';

/** Offers to write the finished intake to a file; the path of the file, or undefined when none is wanted. */
export async function offerToSave(
  intake: object,
  asker: Asker,
  { today, headline }: { readonly today: number; readonly headline: string },
): Promise<string | undefined> {
  const proposed = `prescreen-${formatDay(today)}-${randomBytes(3).toString('hex')}.json`;
  const offers = [offer('skip', `save as ${proposed}`)];
  const ask: Ask = {
    kind: 'line',
    heading: 'Decided',
    before: [headline],
    words: 'Save the answers as a JSON file, for `prescreen check`?',
    options: [{ key: '0', label: 'do not save; or type another path' }],
    offers,
    help: [],
    read: (text) => {
      const typed = text.trim();
      if (typed === '0') return { is: 'command', command: 'declined' };
      const file = readCommand(text, offers) ? proposed : typed;
      const trouble = write(file, intake);
      return trouble === undefined ? { is: 'value', value: file } : refused(trouble);
    },
  };
  const { reply } = await asker(ask);
  return reply.is === 'value' ? String(reply.value) : undefined;
}

/** Writes nothing over; what kept it from writing, or undefined. */
function write(file: string, intake: object): string | undefined {
  try {
    writeFileSync(file, `${JSON.stringify(intake, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isThere ? `${file} is already there; give another path` : `${file}: ${reasonOf(error)}`;
  }
}
