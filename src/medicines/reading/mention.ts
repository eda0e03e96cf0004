import { defined } from '../defined.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Recognition } from '../recognition.ts';
import { recogniseAs } from './recognise-as.ts';
import type { Named } from './subjects.ts';

/**
 * The medicine that matters whose name stands, as written, in a line that was not recognised: "(name) per Dr Jones".
 * What the other words tell is not relied on. None where the line says that something is not taken: it may be this one.
 */
export function mentionIn(
  text: string,
  { subjects, about }: Named,
  lexicon: Lexicon,
): Recognition | undefined {
  const written = subjects.filter(({ entry, match }) => entry.isOfConcern && match !== 'spelling');
  const medicines = written.filter(({ entry }) => entry.product);
  const isDenied = about.some((each) => each.kind === 'phrase' && each.stands !== undefined);
  if (medicines.length === 0 || medicines.length < written.length || isDenied) return undefined;
  const { told, ...recognised } = recogniseAs(medicines, lexicon);
  return {
    asWritten: text,
    ...recognised,
    over_the_counter: false,
    suggestions: [],
    ...defined({ route: told.route, regimen: told.regimen }),
  };
}
