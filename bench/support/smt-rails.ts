/** Three-valued truth as two formulas: where neither is true, it is open. */
import { turned } from './smt-text.ts';

/** When it holds, and when it does not. */
export interface Rails {
  readonly t: string;
  readonly f: string;
}

export const TRUE: Rails = { t: 'true', f: 'false' };
export const FALSE: Rails = { t: 'false', f: 'true' };
export const OPEN: Rails = { t: 'false', f: 'false' };

export function swapped({ t, f }: Rails): Rails {
  return { t: f, f: t };
}

export function known(holds: string): Rails {
  return { t: holds, f: turned(holds) };
}
