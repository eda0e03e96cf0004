import { reasonOf } from '../files.ts';
import { Trouble } from '../trouble.ts';

/** Does what a save takes; a folder that cannot be used, or a full disk, is the user's trouble. */
export function orTrouble<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`the record cannot be saved: ${folder}: ${reasonOf(error)}`);
  }
}
