import { type ChainFault, chainFaults, lostIds } from '../../records/chain-faults.ts';
import { verifiedRecordsText } from '../../report/records/records-text.ts';
import { Progress } from '../batch/progress.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { paletteFor } from '../colour.ts';
import type { GlobalOptions } from '../options.ts';
import { recordsFolder, strangeNames } from '../records/folder.ts';
import { readId } from '../records/find-record.ts';
import { readAll } from '../records/read-all.ts';
import { ruleFaults } from '../records/rule-faults.ts';
import { notedTip } from '../records/tip.ts';
import type { StoreOptions } from '../records/store.ts';
import { print, type Terminal } from '../terminal.ts';

export interface RecordsOptions extends GlobalOptions, StoreOptions {}

/** Holds every record against its seal and the chain, and the ids of papers against the records; exits 1 with any fault. */
export async function verifyRecords(
  ids: readonly string[],
  options: RecordsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  ids.forEach(readId);
  const folder = recordsFolder(options.records, terminal);
  const progress = new Progress(terminal, options.json !== true, 'records');
  const present: string[] = [];
  const digests = new Map<string, number>();
  let count = 0;
  function* readings(): ReturnType<typeof readAll> {
    for (const placed of readAll(folder, progress)) {
      count += 1;
      if (placed.reading.ok) {
        const { id, header } = placed.reading.record;
        present.push(id);
        if (header.kind === 'screening' && !digests.has(header.rules))
          digests.set(header.rules, placed.number);
      }
      yield placed;
    }
  }
  const faults: ChainFault[] = [...chainFaults(readings(), notedTip(folder))];
  progress.end();
  faults.push(...lostIds(ids, present), ...(await ruleFaults(folder, digests)));
  faults.push(...strangeNames(folder).map(strangeFile));
  const verified = { folder, count, last: present.at(-1), rules: digests.size, faults };
  if (options.json) {
    print(terminal, JSON.stringify({ schema: 'prescreen.records-verify/1', ...verified }, null, 2));
  } else {
    print(terminal, verifiedRecordsText(verified, paletteFor(terminal, options.color !== false)));
  }
  return faults.length > 0 ? EXIT.failed : EXIT.done;
}

function strangeFile(name: string): ChainFault {
  const message = `${name} does not belong in this folder; a copy of a record may be in it`;
  return { number: 0, code: 'strange-file', message };
}
