/** Folders of records, made by the commands themselves. */
import { join } from 'node:path';

import { folderWith, run } from './command-line.ts';
import { healthyWith } from './generated-intake.ts';
import type { RawIntake } from './shipped.ts';

export interface Kept {
  readonly folder: string;
  /** The ids of the records, in the order of saving. */
  readonly ids: readonly string[];
}

/** A folder with a record of each of these healthy patients, with answers laid over. */
export async function keptRecords(...patients: readonly RawIntake[]): Promise<Kept> {
  const files = folderWith({ 'a.json': JSON.stringify(patients.map(healthyWith)) });
  const folder = join(files, 'records');
  const ended = await save(join(files, 'a.json'), folder);
  if (ended.code !== 0) throw new Error(ended.stderr);
  return { folder, ids: idsIn(ended.stderr) };
}

function save(file: string, folder: string): ReturnType<typeof run> {
  return run(['check', file, '--save', '--records', folder, '--by', 'A. Nurse']);
}

function idsIn(text: string): readonly string[] {
  return text.match(/\d{7}-[0-9a-f]{12}/g) ?? [];
}
