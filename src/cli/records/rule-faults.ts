import type { ChainFault } from '../../records/chain-faults.ts';
import { keptRules } from './kept-rules.ts';

const FAULTS = {
  missing: 'was decided by rules that are not kept any more',
  altered: 'was decided by rules whose kept copy was altered',
} as const;

/** Which of the rules that decided cannot be used again; `digests` with the first record of each. */
export async function ruleFaults(
  folder: string,
  digests: ReadonlyMap<string, number>,
): Promise<readonly ChainFault[]> {
  const faults: ChainFault[] = [];
  for (const [digest, number] of digests) {
    const kept = await keptRules(folder, digest);
    // What another version kept is whole: it gives its digest.
    if (kept.ok || kept.fault === 'of another version') continue;
    const message = `${FAULTS[kept.fault]}: ${digest.slice(0, 19)}`;
    faults.push({ number, code: `rules-${kept.fault}`, message });
  }
  return faults;
}
