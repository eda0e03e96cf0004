/**
 * Walks through every patient that an evaluation can tell apart. The evaluation runs again and again; each time that
 * it looks at something for the first time, one of the possible regions is taken, and another one the next time.
 * What it never looks at is never split, so that the walk is exact and still short.
 */

/** Takes one of the options, of which the first is the usual one; the same key always gives the same option. */
export type Choose = <T>(key: string, options: () => readonly T[]) => T;

/** What was taken on the way to a result. */
export interface Taken {
  readonly key: string;
  readonly option: unknown;
  /** Its place among the options: 0 is the usual one. */
  readonly index: number;
}

/** Whether the walk came to its end, and how many patients it met. */
export interface Walk {
  readonly complete: boolean;
  readonly regions: number;
}

/** Thrown when nothing is possible any more: no such patient exists. */
class Impossible extends Error {}

interface Fork {
  readonly key: string;
  readonly options: readonly unknown[];
  index: number;
}

/** Calls `visit` for every region; `stop` ends the walk early. */
export function walk<T>(
  run: (choose: Choose) => T,
  visit: (result: T, taken: readonly Taken[]) => 'stop' | void,
  budget: number,
): Walk {
  const path: Fork[] = [];
  let regions = 0;
  while (regions < budget) {
    const result = runOnce(run, path);
    regions += 1;
    if (result !== undefined) {
      const taken = path.map(({ key, options, index }) => ({ key, option: options[index], index }));
      if (visit(result.value, taken) === 'stop') return { complete: false, regions };
    }
    if (!advance(path)) return { complete: true, regions };
  }
  return { complete: false, regions };
}

/** Runs along the path, and on along the first option of everything that comes after it. */
function runOnce<T>(run: (choose: Choose) => T, path: Fork[]): { readonly value: T } | undefined {
  const known = new Map<string, unknown>();
  let depth = 0;
  const choose = <O>(key: string, options: () => readonly O[]): O => {
    if (!known.has(key)) {
      let fork = path[depth];
      if (!fork) {
        fork = { key, options: options(), index: 0 };
        if (fork.options.length === 0) throw new Impossible(key);
        path.push(fork);
      }
      if (fork.key !== key) throw new Error(`the walk met ${key} where it met ${fork.key} before`);
      depth += 1;
      known.set(key, fork.options[fork.index]);
    }
    return known.get(key) as O;
  };
  try {
    return { value: run(choose) };
  } catch (error) {
    if (error instanceof Impossible) return undefined;
    throw error;
  }
}

/** Moves the last fork that has another option on to it; false when none has. */
function advance(path: Fork[]): boolean {
  for (let last = path.at(-1); last; last = path.at(-1)) {
    if (last.index + 1 < last.options.length) {
      last.index += 1;
      return true;
    }
    path.pop();
  }
  return false;
}

/** Another day of the screening changes what is asked, and reads worst. */
const WEIGHTS: Readonly<Record<string, number>> = { screened_at: 4 };

/** How far a patient is from the usual one. */
export function unusual(taken: readonly Taken[]): number {
  return taken.reduce((sum, { key, index }) => sum + (index > 0 ? (WEIGHTS[key] ?? 1) : 0), 0);
}
