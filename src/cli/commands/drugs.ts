import { type Hold, holdsOf } from '../../evaluation/holds.ts';
import { Recogniser } from '../../medicines/recogniser.ts';
import type { Recognition } from '../../medicines/recognition.ts';
import { drugText } from '../../report/drug-text.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';

/** What each named medicine is, which rules concern it and how long it is held before which procedure. */
export async function drugs(names: readonly string[], options: GlobalOptions, terminal: Terminal): Promise<ExitCode> {
  const { screener, vocabulary, ruleSet } = await loadInForce(options, terminal);
  const recogniser = new Recogniser(vocabulary);
  const found = names.map((query) => {
    const known = recogniser.recognise(query);
    return { query, known, holds: known.match === 'none' ? [] : holdsOf(query, screener) };
  });
  if (options.json) {
    print(terminal, JSON.stringify(found.map(({ query, known, holds }) => drugObject(query, known, holds)), null, 2));
    return EXIT.done;
  }
  const palette = paletteFor(terminal, options.color !== false);
  const titles = new Map(vocabulary.classes.map(({ id, title, why }) => [id, why === undefined ? title : `${title}: ${why}`]));
  print(terminal, found.map((each) => drugText(each, { palette, titles, ruleSet })).join('\n'));
  return EXIT.done;
}

function drugObject(query: string, known: Recognition, holds: readonly Hold[]): unknown {
  const codes = known.ingredients.map(({ rxcui }) => rxcui);
  return {
    query,
    match: known.match,
    recognised: known.generic ?? null,
    rxcui: codes.length === 1 ? (codes[0] ?? null) : null,
    ingredients: known.ingredients.map(({ name }) => name),
    classes: known.classes,
    suggestions: known.suggestions,
    ...(known.ask === undefined ? {} : { ask: known.ask }),
    holds,
  };
}
