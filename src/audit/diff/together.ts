import { canonicalJson } from '../../rules/canonical.ts';
import type { RulesDiff } from './diff.ts';

/** The differences of several spans of days as one, each change with the span in which it is one. */
export function together(
  diffs: readonly (RulesDiff & { readonly during: string | undefined })[],
): RulesDiff {
  const parts = new Map(
    diffs.flatMap((each) => each.parts.map((part) => [canonicalJson(part), part] as const)),
  );
  return {
    parts: [...parts.values()],
    changes: diffs.flatMap(({ changes, during }) =>
      changes.map((change) => (during === undefined ? change : { ...change, during })),
    ),
    untouched: Math.min(...diffs.map(({ untouched }) => untouched)),
    rules: Math.max(...diffs.map(({ rules }) => rules)),
  };
}
