import { coverageOf } from '../../audit/coverage/coverage.ts';
import { type Gap, gapsOf } from '../../audit/coverage/gaps.ts';
import { Suggester } from '../../audit/coverage/suggest.ts';
import { coverageJson } from '../../report/coverage-json.ts';
import { coverageText } from '../../report/coverage-text.ts';
import { didYouMean } from '../../source/suggest.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadSources } from '../load-sources.ts';
import type { GlobalOptions } from '../options.ts';
import { benchOf } from '../rules-at.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/**
 * What the examples and cases show of the rules; exits 1 when a patient could show more, and 3 when that was neither
 * found nor excluded.
 */
export function coverRules(
  ids: readonly string[],
  options: GlobalOptions,
  terminal: Terminal,
): ExitCode {
  const rules = loadSources(options, terminal);
  if (rules.examples.length + rules.cases.length === 0)
    throw new Trouble(`${rules.folder}: there is no example and no case`);
  const { rules: bodies, definitions, tables } = rules.ruleSet;
  const known = [...bodies, ...definitions, ...tables].map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const { help } = didYouMean(id, known);
    throw new Trouble(
      `no rule, definition or table \`${id}\`${help === undefined ? '' : `; ${help}`}`,
    );
  }
  const bench = benchOf(rules, options.site, terminal);
  const coverage = coverageOf(rules, bench.screener, new Set(ids));
  const gaps: Gap[] = [];
  for (const gap of gapsOf(coverage.shown, new Suggester(bench, rules))) gaps.push(gap);
  if (options.json) print(terminal, JSON.stringify(coverageJson(coverage, gaps), null, 2));
  else {
    const palette = paletteFor(terminal, options.color !== false);
    print(terminal, coverageText({ coverage, gaps, detailed: ids.length > 0 }, palette));
  }
  if (gaps.some(({ suggested }) => suggested.is === 'example')) return EXIT.failed;
  return gaps.some(({ suggested }) => suggested.is === 'open') ? EXIT.rejected : EXIT.done;
}
