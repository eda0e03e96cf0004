import { coverageOf } from '../../audit/coverage/coverage.ts';
import { gapsOf } from '../../audit/coverage/gaps.ts';
import { Suggester } from '../../audit/coverage/suggest.ts';
import { mutate, survivals } from '../../audit/mutate/mutate.ts';
import { coverageJson } from '../../report/rules/coverage-json.ts';
import { coverageText } from '../../report/rules/coverage-text.ts';
import { mutationJson, mutationText } from '../../report/rules/mutation-text.ts';
import { undated } from '../../audit/undated.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { didYouMean } from '../../source/suggest.ts';
import { Progress } from '../batch/progress.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { groundsAmong } from '../approvals.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadSources } from '../load-sources.ts';
import type { GlobalOptions } from '../options.ts';
import { benchOf, needHealthy } from '../rules-at.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

export interface CoverageOptions extends GlobalOptions {
  readonly mutate?: true;
}

/**
 * What the examples and cases show of the rules, and with `mutate` whether they would notice a slip in them; exits 1
 * when a patient could show more, and 3 when that was neither found nor excluded.
 */
export function coverRules(
  ids: readonly string[],
  options: CoverageOptions,
  terminal: Terminal,
): ExitCode {
  const rules = loadSources(options, terminal);
  if (rules.examples.length + rules.cases.length === 0)
    throw new Trouble(`${rules.folder}: there is no example and no case`);
  refuseUnknown(ids, rules.ruleSet);
  const bench = undated(benchOf(rules, options.site, terminal));
  needHealthy(rules.folder, bench);
  const only = new Set(ids);
  const coverage = coverageOf(rules, bench.screener, { only });
  const gaps = [
    ...counted(
      gapsOf(coverage.shown, new Suggester(bench, rules)),
      'patients looked for',
      terminal,
    ),
  ];
  const mutated = options.mutate ? mutate(rules, bench, only) : undefined;
  const mutation = mutated && {
    mutated,
    survivals: [...counted(survivals(mutated, bench, rules), 'slips told apart', terminal)],
  };
  const signatures = groundsAmong(rules.texts, bench);
  if (options.json) {
    const shown = { ...coverageJson(coverage, gaps), signatures };
    const document = mutation ? { ...shown, mutation: mutationJson(mutation) } : shown;
    print(terminal, JSON.stringify(document, null, 2));
  } else {
    const palette = paletteFor(terminal, options.color !== false);
    print(terminal, coverageText({ coverage, gaps, detailed: ids.length > 0 }, palette));
    print(terminal, `${unsignedText(signatures)}\n`);
    if (mutation) print(terminal, mutationText(mutation, palette));
  }
  const found = [...gaps, ...(mutation?.survivals ?? [])].map(({ suggested }) => suggested.is);
  if (found.includes('example')) return EXIT.failed;
  return found.includes('open') ? EXIT.rejected : EXIT.done;
}

function refuseUnknown(ids: readonly string[], ruleSet: RuleSet): void {
  const { rules, definitions, tables, parameters } = ruleSet;
  const known = [
    ...[...rules, ...definitions, ...tables].map(({ id }) => id),
    ...Object.keys(parameters),
  ];
  for (const id of ids) {
    if (known.includes(id)) continue;
    const { help } = didYouMean(id, known);
    const advice = help === undefined ? '' : `; ${help}`;
    throw new Trouble(`no rule, definition, parameter or table \`${id}\`${advice}`);
  }
}

/** Says on a terminal how far it is. */
function* counted<T>(items: Iterable<T>, things: string, terminal: Terminal): Generator<T> {
  const progress = new Progress(terminal, true, things);
  let count = 0;
  for (const item of items) {
    count += 1;
    progress.tell(count, undefined);
    yield item;
  }
  progress.end();
}
