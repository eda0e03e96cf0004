import { userInfo } from 'node:os';

import type { Site } from '../../rules/site.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { lockFor } from './age.ts';
import { prepareFolder, recordsFolder } from './folder.ts';
import { orTrouble } from './or-trouble.ts';

export interface KeepingOptions {
  readonly records?: string | undefined;
  readonly by?: string | undefined;
}

/** Where records are kept, who keeps them, and for whom they are encrypted. */
export interface Keeping {
  readonly folder: string;
  /** The mode that files of the folder have. */
  readonly mode: number;
  readonly by: string;
  /** Undefined where the site names no recipients: records stand in the clear. */
  readonly lock: ((text: string) => Promise<string>) | undefined;
}

/**
 * The folder, made ready; --by, PRESCREEN_BY, or the name under which the machine knows the user; and the recipients of
 * the site file. Whatever is wrong with them shows here, before anything is asked.
 */
export async function keepingOf(
  { records, by }: KeepingOptions,
  { record_recipients: recipients }: Site,
  terminal: Terminal,
): Promise<Keeping> {
  const folder = recordsFolder(records, terminal);
  const named = (by ?? terminal.env['PRESCREEN_BY'] ?? '').trim();
  return {
    folder,
    mode: orTrouble(folder, () => prepareFolder(folder)),
    by: named === '' ? userName() : named,
    lock: recipients.length === 0 ? undefined : await lockFor(recipients),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // The machine knows no name for the number of this user.
    throw new Trouble('who screens is not known; give --by NAME');
  }
}
