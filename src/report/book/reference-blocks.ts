/** What the rules read: tables, figures, definitions, questions and classes of medicines. */
import { type RuleSet, type RuleTable, type TableRow, testsOf } from '../../rules/rule-set.ts';
import { isReference } from '../../rules/phrase.ts';
import { allConditions } from '../../audit/uses.ts';
import { conditionText } from '../rules/condition-text.ts';
import { periodText } from '../rules/period-text.ts';
import { answersText, needText } from '../questions-text.ts';
import { cellText } from '../rules/rule-text.ts';
import { parameterGround, parameterValue } from '../rules/rule-words.ts';
import { anchor, type Block, type Link, listed, type Words } from './block.ts';
import type { BookSource } from './book-source.ts';
import { items } from './rule-blocks.ts';

export function referenceBlocks(source: BookSource): Block[] {
  const { ruleSet } = source;
  return [
    { is: 'heading', level: 2, id: 'tables', text: 'The tables of medicines' },
    ...ruleSet.tables.flatMap(tableBlocks),
    { is: 'heading', level: 2, id: 'classes', text: 'The classes of medicines that rules name' },
    classBlock(source),
    { is: 'heading', level: 2, id: 'parameters', text: 'The figures that a site may set' },
    parameterTable(source),
    { is: 'heading', level: 2, id: 'definitions', text: 'What the rules call by a name' },
    ...definitionBlocks(ruleSet),
    { is: 'heading', level: 2, id: 'questions', text: 'The questions' },
    ...ruleSet.sections.flatMap((section) => questionBlocks(section, ruleSet)),
  ];
}

/** Who is meant and when comes first, the grounds last. */
function tableBlocks({ id, title, columns, rows }: RuleTable): Block[] {
  const named = Object.entries(columns);
  return [
    { is: 'heading', level: 3, id: anchor('table', id), text: title, name: id },
    { is: 'terms', terms: named.map(([name, column]) => [name, column.title] as const) },
    {
      is: 'table',
      caption: title,
      columns: ['medicine', ...named.map(([name]) => name), 'grounds'],
      rows: rows.map((row) => [
        whoOf(row),
        ...named.map(([name]) => (name in row.values ? cellText(row.values[name] ?? '') : '')),
        groundsOf(row),
      ]),
    },
  ];
}

function whoOf(row: TableRow): string {
  const { drug = [], class: classes = [], when } = row;
  const period = periodText(row);
  const names = [...drug, ...classes.map((each) => `class ${each}`)].join(', ');
  const who = period === undefined ? names : `${names}, ${period}`;
  return when ? `${who} (when ${conditionText(when)})` : who;
}

function groundsOf({ sources, evidence, disagreement }: TableRow): Words {
  return [
    ...listed(sources.map(({ id }): Link => ({ text: id, to: anchor('source', id) }))),
    `; ${evidence}`,
    ...(disagreement === undefined ? [] : ['; ', { text: 'others differ', to: 'disagreements' }]),
  ];
}

function classBlock({ ruleSet, vocabulary }: BookSource): Block {
  const named = namedClasses(ruleSet);
  const members = (id: string): string[] =>
    vocabulary.ingredients
      .filter(({ classes }) => classes.includes(id))
      .map(({ name }) => name)
      .toSorted();
  return {
    is: 'terms',
    terms: vocabulary.classes
      .filter(({ id }) => named.has(id))
      .map(({ id, title, why }) => [
        id,
        // A class without a reason is of no concern: nobody has to read its thousands of names.
        why === undefined
          ? `${title}: ${members(id).length} ingredients`
          : `${title} (${why}): ${members(id).join(', ')}`,
      ]),
  };
}

function namedClasses(ruleSet: RuleSet): Set<string> {
  const inConditions = [...allConditions(ruleSet)].flatMap((condition) =>
    [...testsOf(condition)].flatMap(({ fact, test }) =>
      fact === 'class' && test.is === 'one-of' && !isReference(test.values)
        ? test.values.map(String)
        : [],
    ),
  );
  const inTables = ruleSet.tables.flatMap(({ rows }) => rows.flatMap((row) => row.class ?? []));
  return new Set([...inConditions, ...inTables]);
}

function parameterTable({ ruleSet, site }: BookSource): Block {
  return {
    is: 'table',
    caption: 'Parameters',
    columns: ['name', 'what it is', 'value', 'from'],
    rows: Object.values(ruleSet.parameters).map((parameter) => [
      parameter.id,
      parameter.title,
      parameterValue(parameter),
      parameterGround(parameter, site),
    ]),
  };
}

function definitionBlocks(ruleSet: RuleSet): Block[] {
  const definitions = ruleSet.definitions.flatMap(
    ({ id, title, when, sources, evidence, review_by, disagreement }): Block[] => [
      { is: 'heading', level: 3, id: anchor('definition', id), text: title, name: id },
      { is: 'list', items: items(when, ruleSet) },
      {
        is: 'terms',
        terms: [
          ...sources.map((each): readonly [string, Words] => [
            'source',
            [{ text: each.id, to: anchor('source', each.id) }, `, ${each.section}`],
          ]),
          ['evidence', evidence],
          ...(disagreement === undefined ? [] : [['others', disagreement] as const]),
          ['review by', review_by],
        ],
      },
    ],
  );
  const lookups = ruleSet.lookups.flatMap(({ id, title, from, values }): Block[] => [
    { is: 'heading', level: 3, id: anchor('look-up', id), text: title, name: id },
    {
      is: 'table',
      caption: `${title}, by ${from}`,
      columns: [from, id],
      rows: Object.entries(values),
    },
  ]);
  return [...definitions, ...lookups];
}

function questionBlocks(
  { id, title }: RuleSet['sections'][number],
  { questions, groups }: RuleSet,
): Block[] {
  const rows = groups.flatMap(({ ask, rows: words }) =>
    Object.entries(words).map(([fact, row]) => ({ fact, text: `${ask} ${row}` })),
  );
  return [
    { is: 'heading', level: 3, id: anchor('section', id), text: title },
    ...questions
      .filter(({ section }) => section === id)
      .flatMap((question): Block[] => [
        {
          is: 'heading',
          level: 4,
          id: anchor('question', question.id),
          text: question.ask,
          name: question.id,
        },
        {
          is: 'terms',
          terms: [
            ['answer', answersText(question)],
            ['needed', needText(question)],
            ...rows
              .filter(({ fact }) => fact === question.id)
              .map(({ text }) => ['first, in a list', text] as const),
            ...(question.when ? [['asked when', conditionText(question.when)] as const] : []),
            ...(question.help === undefined ? [] : [['help', question.help] as const]),
          ],
        },
      ]),
  ];
}
