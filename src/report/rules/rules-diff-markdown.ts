import type { Change } from '../../audit/diff/change.ts';
import type { RulesDiff } from '../../audit/diff/diff.ts';
import { inOrder, sameText, scopeLines } from './rules-diff-text.ts';
import { beforeAndAfter, changedWords, witnessText } from './transition-words.ts';
import { type PartPlace, type WrittenPart, writtenParts } from './written-parts.ts';

/** What a change of the rules does, for the discussion of a pull request. */
export function rulesDiffMarkdown(diff: RulesDiff, placeOf: PartPlace): string {
  if (diff.parts.length === 0) return '### Rules: no differences\n';
  const lines = [
    '### Who is decided differently',
    '',
    ...changedLines(diff),
    '',
    '### What was proved unchanged',
    '',
    ...provedLines(diff),
    '',
    '### What is written differently',
    '',
    ...writtenParts(diff.parts, placeOf).flatMap(writtenLines),
  ];
  return `${lines.join('\n')}\n`;
}

function changedLines(diff: RulesDiff): string[] {
  const changed = inOrder(diff.changes).filter(
    ({ verdict }) => verdict === 'changes' || verdict === 'words',
  );
  if (changed.length === 0) return ['Nobody.'];
  return [
    '| | rule | before | after | one such patient | says |',
    '| --- | --- | --- | --- | --- | --- |',
    ...changed.flatMap((change) =>
      change.transitions.map((transition) => transitionLine(change, transition)),
    ),
  ];
}

function transitionLine(change: Change, transition: Change['transitions'][number]): string {
  const { direction, witness, masked } = transition;
  const { lost, gained } = changedWords(transition);
  const said = [
    ...(masked ? ['nothing of that shows in the result'] : []),
    ...lost.map((line) => `− ${line}`),
    ...gained.map((line) => `+ ${line}`),
  ].join('<br>');
  const cells = [
    change.verdict === 'words'
      ? 'told otherwise'
      : direction === 'looser'
        ? '**looser**'
        : direction,
    named(change),
    ...beforeAndAfter(transition),
    witnessText(witness.answers),
    said,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function provedLines(diff: RulesDiff): string[] {
  const same = diff.changes.filter(({ verdict }) => verdict === 'cosmetic');
  const open = diff.changes.filter(({ verdict }) => verdict === 'not-proved');
  return [
    ...same.map((change) => `- ${named(change)}: ${sameText(change.regions)}`),
    ...open.map((change) => `- ${named(change)}: **NOT PROVED**: ${change.because ?? ''}`),
    ...scopeLines(diff).map((line) => `- ${line}`),
  ];
}

function writtenLines({ kind, id, note, place, lines }: WrittenPart): string[] {
  return [
    `- ${kind} \`${id}\`${note}${place === undefined ? '' : ` (${place})`}`,
    ...lines.flatMap(({ label, before, after }) => {
      const of = label === '' ? '' : ` (${label})`;
      return [
        ...(before === undefined ? [] : [`  - before${of}: ${before}`]),
        ...(after === undefined ? [] : [`  - after${of}: ${after}`]),
      ];
    }),
  ];
}

function named({ id, during }: Change): string {
  return during === undefined ? `\`${id}\`` : `\`${id}\` (${during})`;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}
