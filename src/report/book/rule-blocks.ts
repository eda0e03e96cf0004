/** The rules in words, by what they are about. */
import type { RuleSignature } from '../../audit/approvals/signature-status.ts';
import type { Condition } from '../../rules/condition.ts';
import { isMedicineField, type RuleSet } from '../../rules/rule-set.ts';
import type { Topic } from '../../rules/schema/rule-file.ts';
import { type Branch, conditionTree } from '../rules/condition-text.ts';
import { ruleWords } from '../rules/rule-words.ts';
import { signatureText, STATE_WORDS } from '../rules/status-text.ts';
import { anchor, type Block, type Item, type Link, listed, type Words } from './block.ts';
import type { BookSource } from './book-source.ts';

export function ruleBlocks(source: BookSource): Block[] {
  return [
    { is: 'heading', level: 2, id: 'rules', text: 'The rules' },
    {
      is: 'text',
      words:
        'There are no priorities: every rule that applies is shown, and the most restrictive outcome is the headline. GO is what is left when every required question is answered and no rule speaks against it.',
    },
    ...topicsOf(source).flatMap(({ title, id, signatures }): Block[] => [
      { is: 'heading', level: 3, id: anchor('topic', id), text: title },
      ...signatures.flatMap((signature) => oneRule(signature, source)),
    ]),
  ];
}

interface TopicRules extends Topic {
  readonly signatures: readonly RuleSignature[];
}

/** In the order in which the topics are declared; those that are not come last, under the first word of their ids. */
function topicsOf({ topics, status }: BookSource): TopicRules[] {
  const first = ({ rule }: RuleSignature): string => rule.id.split('.')[0] ?? rule.id;
  const declared = new Set(topics.map(({ id }) => id));
  const others = [...new Set(status.rules.map(first))].filter((id) => !declared.has(id));
  return [...topics, ...others.map((id) => ({ id, title: id }))].flatMap((topic) => {
    const signatures = status.rules.filter((each) => first(each) === topic.id);
    return signatures.length === 0 ? [] : [{ ...topic, signatures }];
  });
}

function oneRule(signature: RuleSignature, source: BookSource): Block[] {
  const { rule, state } = signature;
  const examples = source.examples.filter((each) => each.rule === rule.id);
  const words = ruleWords(rule, { ...source, examples });
  const tables = words.tables.map(({ id, title }): Link => ({
    text: title,
    to: anchor('table', id),
  }));
  const signed =
    state === 'signed' ? `signed: ${signatureText(signature)}` : signatureText(signature);
  const fixed = words.examples.map(([expect, name]) => `${expect}: ${name}`).join('; ');
  const head: Block[] = [
    { is: 'heading', level: 4, id: anchor('rule', rule.id), text: rule.title, name: rule.id },
    { is: 'text', words: rule.says, kind: 'says' },
    { is: 'outcome', outcome: rule.outcome, text: words.outcome, lead: words.lead },
  ];
  const [opening, ...further] = words.conditions.map(({ join, condition }): Block[] => [
    ...(join === '' ? [] : [{ is: 'text' as const, words: join }]),
    { is: 'list', items: items(condition, source.ruleSet) },
  ]);
  return [
    { is: 'together', blocks: [...head, ...(opening ?? [])] },
    ...further.flat(),
    ...(words.needs === undefined ? [] : [{ is: 'text' as const, words: words.needs }]),
    {
      is: 'terms',
      terms: [
        ...words.says,
        ...words.sources.map(({ id, section }): readonly [string, Words] => [
          'source',
          [{ text: id, to: anchor('source', id) }, `, ${section}`],
        ]),
        ...words.grounds,
        ...(tables.length === 0 ? [] : [['table', listed(tables)] as const]),
        ...(fixed === '' ? [] : [['examples', fixed] as const]),
        ['signature', state === 'unsigned' ? STATE_WORDS[state] : signed],
      ],
    },
  ];
}

/** A condition as a list whose facts lead to where they are explained. */
export function items(condition: Condition, ruleSet: RuleSet): Item[] {
  const item = ({ fact, text, below }: Branch): Item => ({
    words: fact === undefined ? text : [factWords(fact, ruleSet), `: ${text}`],
    ...(below.length === 0 ? {} : { below: below.map(item) }),
  });
  return conditionTree(condition).map(item);
}

/** The name of a fact, leading to its question, definition or look-up where it has one. */
function factWords(fact: string, { questions, definitions, lookups }: RuleSet): string | Link {
  if (isMedicineField(fact)) return fact;
  const has = (of: readonly { readonly id: string }[]): boolean => of.some(({ id }) => id === fact);
  if (has(questions)) return { text: fact, to: anchor('question', fact) };
  if (has(definitions)) return { text: fact, to: anchor('definition', fact) };
  return has(lookups) ? { text: fact, to: anchor('look-up', fact) } : fact;
}
