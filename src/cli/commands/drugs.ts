import { holdsOf, rulesAbout, tableLinesOf } from '../../evaluation/holds.ts';
import { groundsOf, screenerOn } from '../../evaluation/screen.ts';
import { type Drug, drugText } from '../../report/drug-text.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { rowText } from '../../report/rules/rule-text.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';

/** What each named medicine is, which rules concern it and how long it is held before which procedure. */
export async function drugs(
  names: readonly string[],
  options: GlobalOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { screener: all, medicines, ruleSet } = await loadInForce(options, terminal);
  const screener = screenerOn(all, all.zone.dayOf(terminal.now()));
  const found = names.map((query): Drug => {
    const known = medicines.recognise(query);
    return known.match === 'none'
      ? { query, known, holds: [], lines: [], rules: [] }
      : {
          query,
          known,
          holds: holdsOf(query, screener),
          lines: tableLinesOf(query, screener),
          rules: rulesAbout(query, screener),
        };
  });
  if (options.json) {
    print(terminal, JSON.stringify(found.map(drugObject), null, 2));
    return EXIT.done;
  }
  const palette = paletteFor(terminal, options.color !== false);
  const titles = new Map(
    medicines.vocabulary.classes.map(({ id, title, why }) => [
      id,
      why === undefined ? title : `${title}: ${why}`,
    ]),
  );
  const texts = found.map((each) => drugText(each, { palette, titles, ruleSet }));
  print(terminal, [...texts, palette.quiet(unsignedText(groundsOf(screener)))].join('\n'));
  return EXIT.done;
}

function drugObject({ query, known, holds, lines, rules }: Drug): unknown {
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
    rules,
    holds,
    table_lines: lines.map((line) => ({
      table: line.table,
      text: rowText(line),
      sources: line.sources.map(({ id }) => id),
      evidence: line.evidence,
      ...(line.disagreement === undefined ? {} : { disagreement: line.disagreement }),
    })),
  };
}
