import type { Entry, Lexicon } from '../lexicon.ts';
import type { Tells } from '../schema.ts';
import type { Named, Subject } from './subjects.ts';
import { mergeTells } from './tells.ts';

/**
 * Whether a name may stand for another medicine: who says it is not sure, or it does not come in the form that is told.
 * One that a rule concerns is kept all the same, for to lose it would be worse.
 */
export function isDoubtful(
  { about }: Named,
  medicines: readonly Subject[],
  lexicon: Lexicon,
): boolean {
  if (medicines.some(({ entry }) => entry.isOfConcern)) return false;
  const phrases = about.flatMap((each) => (each.kind === 'phrase' ? [each] : []));
  const { route } = mergeTells(phrases.map(({ tells }) => tells));
  return (
    phrases.some(({ doubt }) => doubt) ||
    medicines.some(({ entry }) => isImpossible(route, entry, lexicon))
  );
}

/** What is told, without a route by which the medicine is not given. */
export function believed(tells: Tells, medicines: readonly Subject[], lexicon: Lexicon): Tells {
  const { route, ...others } = tells;
  return medicines.some(({ entry }) => isImpossible(route, entry, lexicon)) ? others : tells;
}

/** Some pharmacy makes a cream of nearly everything. */
function isImpossible(route: Tells['route'], entry: Entry, lexicon: Lexicon): boolean {
  const isSwallowed = route === undefined || route === 'oral' || route === 'topical';
  return !isSwallowed && lexicon.isOralOnly(entry);
}
