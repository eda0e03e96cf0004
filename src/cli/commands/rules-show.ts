import type { RuleSignature } from '../../audit/approvals/signature-status.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { historyText } from '../../report/rules/history-text.ts';
import { periodText } from '../../report/rules/period-text.ts';
import { ruleText } from '../../report/rules/rule-text.ts';
import { signaturesText, STATE_WORDS } from '../../report/rules/status-text.ts';
import { labelled } from '../../report/wrap.ts';
import { readSigned, signaturesIn } from '../approvals.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce, rulesFolderOf } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { noSuchRule } from '../no-such-rule.ts';
import { historyOf } from '../rule-history.ts';
import { print, type Terminal } from '../terminal.ts';

/** Every rule with its outcome, its evidence and its sentence. */
export async function listRules(options: GlobalOptions, terminal: Terminal): Promise<ExitCode> {
  const inForce = await loadInForce(options, terminal);
  const { ruleSet } = inForce;
  const status = signaturesIn(rulesFolderOf(options, terminal), inForce);
  if (options.json) {
    print(terminal, JSON.stringify(status.rules.map(listed), null, 2));
    return EXIT.done;
  }
  const palette = paletteFor(terminal, options.color !== false);
  const lines = status.rules.flatMap(({ rule, state }) => {
    const marks = [rule.outcome, rule.evidence, STATE_WORDS[state], periodText(rule)];
    const told = marks.filter((each) => each !== undefined).join('; ');
    return [palette.heading(rule.id), ...labelled('', `${rule.says} [${told}]`, 4)];
  });
  const count = ruleSet.rules.length;
  const unsigned = unsignedText({ rules: count, unsigned: status.unsigned });
  print(
    terminal,
    `${lines.join('\n')}\n\n${count} rules, ${ruleSet.id} ${ruleSet.version}\n${unsigned}`,
  );
  return EXIT.done;
}

function listed({ rule, state }: RuleSignature): unknown {
  const { id, title, says, outcome, urgency, evidence, review_by, from, until } = rule;
  return { id, title, says, outcome, urgency, evidence, review_by, from, until, signature: state };
}

/** One rule in words, with its parameters, tables, sources, examples, signatures and history. */
export function showRule(id: string, options: GlobalOptions, terminal: Terminal): ExitCode {
  const { rules, bench, status, folder } = readSigned(options, terminal);
  const { prepared, site } = bench.screener;
  const signature = status.rules.find(({ rule }) => rule.id === id);
  if (!signature) {
    const known = status.rules.map(({ rule }) => rule.id);
    throw noSuchRule(id, known);
  }
  const { rule, state, changed, approvals } = signature;
  const examples = rules.examples.filter((example) => example.rule === id);
  const history = historyOf(rule, rules, folder);
  if (options.json) {
    const plain = { ...rule, examples: examples.map(({ example }) => example) };
    const signed = { signature: state, changed, approvals };
    print(terminal, JSON.stringify({ ...plain, ...signed, history: history ?? null }, null, 2));
  } else {
    const palette = paletteFor(terminal, options.color !== false);
    const known = { ruleSet: prepared.ruleSet, site, examples };
    print(
      terminal,
      ruleText(rule, known, palette) + signaturesText(signature) + historyText(history),
    );
  }
  return EXIT.done;
}
