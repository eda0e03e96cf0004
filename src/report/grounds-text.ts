import type { ScreenResult } from '../evaluation/result.ts';

type Grounds = ScreenResult['ruleset'];

/** By which rules something was decided, what the site overrides of them, and how many of them nobody has signed. */
export function groundsText(grounds: Grounds): string {
  const { id, version, digest } = grounds;
  return `Rules ${id} ${version}, ${digest}. ${overridesText(grounds)} ${unsignedText(grounds)}`;
}

function overridesText({ overrides }: Grounds): string {
  if (overrides.length === 0) return 'No overrides.';
  const each = overrides.map(
    ({ parameter, value, shipped, by, on }) =>
      `${parameter} is ${value} instead of ${shipped} (${by}, ${on})`,
  );
  return `Overridden by the site: ${each.join('; ')}.`;
}

/** How many of the rules are not signed as they stand. */
export function unsignedText({ rules, unsigned }: Pick<Grounds, 'rules' | 'unsigned'>): string {
  return unsigned === 0
    ? `All ${rules} rules are signed.`
    : `${unsigned} of ${rules} rules are not signed.`;
}
