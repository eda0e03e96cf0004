import type { Recogniser } from '../../src/medicines/recogniser.ts';
import type { Recognition } from '../../src/medicines/recognition.ts';

/** `another name`: the text is one, or words that are all known, so that nobody can know that it was not meant. */
export type Verdict = 'right' | 'offered' | 'another name' | 'WRONG' | 'LOST';

const WORST_FIRST: readonly Verdict[] = ['WRONG', 'LOST', 'another name', 'offered', 'right'];

interface Judgement {
  readonly verdict: Verdict;
  readonly read: string;
}

/** What a misspelt text is read as, alone and as a line, held against the name that was meant: the worse of the two. */
export function judgeMisspelling(recogniser: Recogniser, name: string, text: string): Judgement {
  const judgements = [recogniser.read(text), [recogniser.recognise(text)]].map((parts) =>
    judge(parts, { recogniser, name, text }),
  );
  const [worst] = judgements.toSorted(
    (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict),
  );
  if (!worst) throw new Error('a text is read in two ways');
  return worst;
}

function judge(
  parts: readonly Recognition[],
  { recogniser, name, text }: { recogniser: Recogniser; name: string; text: string },
): Judgement {
  const meant = new Set(recogniser.recognise(name).ingredients.map((each) => each.name));
  const isOf = (readings: readonly Recognition[]): boolean =>
    readings.every(({ ingredients }) => ingredients.every((each) => meant.has(each.name)));
  const read = parts.map(({ generic, match }) => generic ?? match).join(' | ');
  const asked = parts.filter(({ match }) => match === 'none');
  const found = new Set(parts.flatMap(({ ingredients }) => ingredients));
  if (isOf(parts) && asked.length === 0 && found.size === meant.size)
    return { verdict: 'right', read };
  const isKnown = recogniser.take(text).segments.every(({ kind }) => kind !== 'unread');
  if (isKnown) return { verdict: 'another name', read };
  if (!isOf(parts) || asked.length === 0) return { verdict: 'WRONG', read };
  const isOffered = asked.every(({ suggestions }) =>
    suggestions.some((each) => {
      const suggested = recogniser.recognise(each);
      return suggested.match !== 'none' && isOf([suggested]);
    }),
  );
  return { verdict: isOffered ? 'offered' : 'LOST', read };
}
