import type { RulesDiff } from './diff.ts';

/** The differences of several spans of days as one, each change with its span; `parts` is what is written differently. */
export function together(
  procedureAt: string,
  diffs: readonly (RulesDiff & { readonly during: string | undefined })[],
  parts: RulesDiff['parts'],
): RulesDiff {
  return {
    parts,
    changes: diffs.flatMap(({ changes, during }) =>
      changes.map((change) => (during === undefined ? change : { ...change, during })),
    ),
    untouched: Math.min(...diffs.map(({ untouched }) => untouched)),
    rules: Math.max(...diffs.map(({ rules }) => rules)),
    procedureAt,
  };
}
