import type { Audited } from '../check.ts';
import { coverageOf, type Shown } from './coverage.ts';
import type { TargetKind } from './target.ts';

const KNOWN = new WeakMap<Audited, Map<TargetKind, readonly Shown[]>>();

/** What there is of a kind to be shown of the rules that are checked; worked out once. */
export function shownIn(audited: Audited, kind: TargetKind): readonly Shown[] {
  const known = KNOWN.get(audited) ?? new Map<TargetKind, readonly Shown[]>();
  KNOWN.set(audited, known);
  let shown = known.get(kind);
  if (!shown) {
    const { screener } = audited.bench;
    known.set(kind, (shown = coverageOf(audited.rules, screener, { kinds: [kind] }).shown));
  }
  return shown;
}
