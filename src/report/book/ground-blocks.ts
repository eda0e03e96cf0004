/** On what the rules stand, what of it is doubtful, and when it is to be looked at again. */
import { isPastReview } from '../../audit/approvals/past-review.ts';
import type { RuleBody, RuleSet } from '../../rules/rule-set.ts';
import { formatLocalDay } from '../../time/format-local.ts';
import { parseDay } from '../../time/day.ts';
import { sourceText } from '../rules/rule-words.ts';
import { anchor, type Block, type Link, listed, type Words } from './block.ts';
import type { BookSource } from './book-source.ts';

/** From what is confirmed the least. */
const EVIDENCE: readonly (readonly [RuleBody['evidence'], string])[] = [
  ['unconfirmed', 'Not confirmed in a source that was read'],
  ['clinic-policy', 'Policy of the clinic, for its physician to decide'],
  ['consensus', 'Agreement of experts'],
  ['label', 'Label of the medicine'],
  ['guideline', 'Guideline of a society'],
];

export function groundBlocks(source: BookSource): Block[] {
  const { ruleSet, today } = source;
  return [
    { is: 'heading', level: 2, id: 'evidence', text: 'How sure it is' },
    ...EVIDENCE.flatMap(([evidence, title]) => evidenceBlocks(evidence, title, ruleSet)),
    { is: 'heading', level: 2, id: 'disagreements', text: 'Where sources disagree' },
    { is: 'terms', terms: disagreements(ruleSet) },
    { is: 'heading', level: 2, id: 'sources', text: 'The sources, and what was checked' },
    ...ruleSet.sources.flatMap((each): Block[] => [
      { is: 'heading', level: 3, id: anchor('source', each.id), text: each.title, name: each.id },
      { is: 'text', words: sourceText(each) },
      {
        is: 'terms',
        terms: [
          ...(each.url === undefined ? [] : [['address', each.url] as const]),
          ['checked', each.checked],
        ],
      },
    ]),
    { is: 'heading', level: 2, id: 'reviews', text: 'Review dates' },
    ...reviewBlocks(ruleSet, today),
  ];
}

function evidenceBlocks(evidence: string, title: string, { rules }: RuleSet): Block[] {
  const own = rules.filter((rule) => rule.evidence === evidence);
  if (own.length === 0) return [];
  return [
    { is: 'heading', level: 3, id: anchor('evidence', evidence), text: `${title} (${own.length})` },
    { is: 'text', words: listed(own.map(ruleLink)) },
  ];
}

function ruleLink({ id }: Pick<RuleBody, 'id'>): Link {
  return { text: id, to: anchor('rule', id) };
}

function disagreements({ rules, tables, definitions }: RuleSet): (readonly [string, Words])[] {
  const told = (name: string, text: string | undefined): (readonly [string, Words])[] =>
    text === undefined ? [] : [[name, text]];
  return [
    ...rules.flatMap(({ id, disagreement }) => told(id, disagreement)),
    ...definitions.flatMap(({ id, disagreement }) => told(id, disagreement)),
    ...tables.flatMap(({ id, rows }) =>
      rows.flatMap(({ drug, class: classes, disagreement }) =>
        told(`${id}: ${(drug ?? classes ?? []).join(', ')}`, disagreement),
      ),
    ),
  ];
}

function reviewBlocks({ rules, definitions }: RuleSet, today: number): Block[] {
  const dates = [...new Set([...rules, ...definitions].map(({ review_by: date }) => date))];
  return dates.toSorted().map((date): Block => {
    const own = rules.filter((rule) => rule.review_by === date).map(ruleLink);
    const named = definitions
      .filter((each) => each.review_by === date)
      .map(({ id }): Link => ({ text: id, to: anchor('definition', id) }));
    const past = isPastReview({ review_by: date }, today) ? ', which is past' : '';
    const day = parseDay(date);
    const label = `${day === undefined ? date : formatLocalDay(day)}${past}`;
    return { is: 'terms', terms: [[label, listed([...own, ...named])]] };
  });
}
