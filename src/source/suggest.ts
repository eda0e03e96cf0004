import { distance } from 'fastest-levenshtein';

/** The known name nearest to a mistyped one, when it is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    // So much at least would have to be added or left out.
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const found = distance(name.toLowerCase(), candidate.toLowerCase());
    if (found <= limit && (best === undefined || found < best.distance)) {
      best = { name: candidate, distance: found };
    }
  }
  return best?.name;
}

/** The help line "did you mean …?", or nothing. */
export function didYouMean(name: string, known: Iterable<string>): { help?: string } {
  const suggestion = nearest(name, known);
  return suggestion === undefined ? {} : { help: `did you mean \`${suggestion}\`?` };
}
