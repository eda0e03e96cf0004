import { ruleText } from '../../report/rule-text.ts';
import { labelled } from '../../report/wrap.ts';
import type { RuleBody } from '../../rules/rule-set.ts';
import { nearest } from '../../source/suggest.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import { loadSources } from '../load-sources.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** Every rule with its outcome, its evidence and its sentence. */
export async function listRules(options: GlobalOptions, terminal: Terminal): Promise<ExitCode> {
  const { ruleSet } = await loadInForce(options, terminal);
  if (options.json) {
    print(terminal, JSON.stringify(ruleSet.rules.map(listed), null, 2));
    return EXIT.done;
  }
  const palette = paletteFor(terminal, options.color !== false);
  const lines = ruleSet.rules.flatMap(({ id, says, outcome, evidence }) => [
    palette.heading(id),
    ...labelled('', `${says} [${outcome}; ${evidence}]`, 4),
  ]);
  print(
    terminal,
    `${lines.join('\n')}\n\n${ruleSet.rules.length} rules, ${ruleSet.id} ${ruleSet.version}`,
  );
  return EXIT.done;
}

function listed(rule: RuleBody): unknown {
  const { id, title, says, outcome, urgency, evidence, review_by } = rule;
  return { id, title, says, outcome, urgency, evidence, review_by };
}

/** One rule in words, with its parameters, tables, sources and examples. */
export async function showRule(
  id: string,
  options: GlobalOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { examples } = loadSources(options, terminal);
  const { screener, site } = await loadInForce(options, terminal);
  const { ruleSet } = screener.prepared;
  const rule = ruleSet.rules.find((each) => each.id === id);
  if (!rule) {
    const near = nearest(
      id,
      ruleSet.rules.map((each) => each.id),
    );
    throw new Trouble(
      `no rule \`${id}\`${near === undefined ? '; see prescreen rules list' : `; did you mean \`${near}\`?`}`,
    );
  }
  const own = examples.filter((example) => example.rule === id);
  if (options.json)
    print(
      terminal,
      JSON.stringify({ ...rule, examples: own.map(({ example }) => example) }, null, 2),
    );
  else
    print(
      terminal,
      ruleText(
        rule,
        { ruleSet, site, examples: own },
        paletteFor(terminal, options.color !== false),
      ),
    );
  return EXIT.done;
}
