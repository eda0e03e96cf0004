import type { RuleSignature, SignatureStatus } from '../../audit/approvals/signature-status.ts';
import type { Approval } from '../../rules/schema/approvals.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Palette } from '../palette.ts';
import { parameterValue, parametersOf, tablesOf } from './rule-words.ts';
import { bullet, labelled, wrap, WIDTH } from '../wrap.ts';

export interface ApprovedTextOptions {
  readonly file: string;
  readonly already: readonly string[];
  /** With the new entries. */
  readonly status: SignatureStatus;
  readonly ruleSet: RuleSet;
  readonly palette: Palette;
}

/** What was approved, what of it now counts, and what still waits for somebody else. */
export function approvedText(
  entries: readonly Approval[],
  { file, already, status, ruleSet, palette }: ApprovedTextOptions,
): string {
  const first = entries[0];
  const states = entries.map((entry) => ({
    entry,
    waits: waitsFor(entry, status),
  }));
  const waiting = states.filter(({ waits }) => waits);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [palette.heading(title), ...lines, ''];
  const lines = [
    ...section(
      'Approved',
      states.filter(({ waits }) => !waits).flatMap(({ entry }) => saysOf(entry, status, ruleSet)),
    ),
    ...section('Approved, and waiting for a second person', [
      ...waiting.flatMap(({ entry }) => saysOf(entry, status, ruleSet)),
      ...(waiting.length === 0
        ? []
        : wrap(
            'Each of these was approved before and means something else now, or is gone; it was not proved that it holds back everybody whom it held back before. Such a change counts when two persons sign it.',
            WIDTH - 2,
          ).map((line) => `  ${line}`)),
    ]),
    ...section('Approved already, as it stands', already.flatMap(bullet)),
    ...(first === undefined
      ? ['Nothing is written.']
      : wrap(
          `Written to ${file} as ${first.by}, ${first.role}, on ${first.on}${first.signature === undefined ? '' : ', with a key'}.`,
          WIDTH,
        )),
  ];
  return `${lines.join('\n')}\n`;
}

function waitsFor({ rule }: Approval, { rules, removed }: SignatureStatus): boolean {
  return (
    ruleOf(rule, rules)?.state === 'second-signature' || removed.some((each) => each.rule === rule)
  );
}

/** With its figures: the sentence may name one that was moved. */
function saysOf(
  { rule: id, not_looser_than: proved }: Approval,
  { rules }: SignatureStatus,
  ruleSet: RuleSet,
): string[] {
  const rule = ruleOf(id, rules)?.rule;
  const figures = rule ? parametersOf(rule, ruleSet) : [];
  const tables = rule ? tablesOf(rule, ruleSet) : [];
  return [
    ...bullet(id),
    ...labelled('', rule?.says ?? 'That the rule is gone.', 4),
    ...figures.flatMap((each) => labelled('', `${each.id} = ${parameterValue(each)}`, 4)),
    ...tables.flatMap(({ title }) =>
      labelled('', `and the lines of "${title}": rules show ${id}`, 4),
    ),
    ...(proved === undefined ? [] : labelled('', '(proved to be no looser than before)', 4)),
  ];
}

function ruleOf(id: string, rules: readonly RuleSignature[]): RuleSignature | undefined {
  return rules.find(({ rule }) => rule.id === id);
}
