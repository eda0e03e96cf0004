import { describe, expect, test } from 'vitest';

import { flat, type Block, type Words } from '../../../src/report/book/block.ts';
import { ruleBook } from '../../../src/report/book/rule-book.ts';
import { signatureStatus } from '../../../src/audit/approvals/signature-status.ts';
import { groundsOf } from '../../../src/evaluation/screen.ts';
import { parseDay } from '../../../src/time/day.ts';
import { hash } from '../../support/small-signatures.ts';
import { shippedScreener, shippedVocabulary } from '../../support/shipped.ts';

const { prepared, site } = shippedScreener;
const { ruleSet } = prepared;

function book(today = '2026-11-24', topics = [{ id: 'thinners', title: 'Thinners' }]): Block[] {
  const made = ruleBook({
    ruleSet,
    topics,
    examples: [],
    vocabulary: shippedVocabulary,
    site,
    grounds: groundsOf(shippedScreener),
    status: signatureStatus({ prepared, vocabulary: shippedVocabulary }, [], hash),
    today: parseDay(today) ?? Number.NaN,
  });
  return [...flat(made.blocks)];
}

function headings(blocks: readonly Block[]): Extract<Block, { is: 'heading' }>[] {
  return blocks.filter((block) => block.is === 'heading');
}

function plain(words: Words): string {
  if (typeof words === 'string') return words;
  return words.map((each) => (typeof each === 'string' ? each : each.text)).join('');
}

describe('the book', () => {
  test('has every rule, table, definition, question and source once', () => {
    const names = headings(book()).flatMap(({ name, id }) => (name === undefined ? [] : [id]));
    const wanted = (kind: string, of: readonly { readonly id: string }[]): string[] =>
      of.map(({ id }) => `${kind}-${id.replaceAll('.', '-')}`);
    const { rules, tables, definitions, lookups, questions, sources } = ruleSet;
    expect(names.toSorted()).toEqual(
      [
        ...wanted('rule', rules),
        ...wanted('table', tables),
        ...wanted('definition', definitions),
        ...wanted('look-up', lookups),
        ...wanted('question', questions),
        ...wanted('source', sources),
      ].toSorted(),
    );
  });

  test('has every parameter with its value', () => {
    const rows = book().flatMap((block) =>
      block.is === 'table' && block.caption === 'Parameters' ? block.rows : [],
    );
    expect(rows.map(([id]) => id)).toEqual(Object.keys(ruleSet.parameters));
  });

  test('puts the topics in their order, and what has none last', () => {
    const topics = headings(book()).filter(({ id }) => id.startsWith('topic-'));
    expect(topics[0]).toMatchObject({ id: 'topic-thinners', text: 'Thinners' });
    expect(topics.length).toBeGreaterThan(20);
  });

  test('tells which review dates are past on the day it is made', () => {
    const labels = (today: string): string[] =>
      book(today).flatMap((block) =>
        block.is === 'terms'
          ? block.terms.flatMap(([label]) => (label.endsWith(', which is past') ? [label] : []))
          : [],
      );
    expect(labels('2026-11-24')).toEqual([]);
    expect(labels('2100-01-01').length).toBeGreaterThan(0);
  });

  test('says that nobody has signed, and has a page to sign on', () => {
    const blocks = book();
    const texts = blocks.flatMap((block) => (block.is === 'text' ? [plain(block.words)] : []));
    expect(texts).toContain(
      `${ruleSet.rules.length} of ${ruleSet.rules.length} rules are not signed.`,
    );
    expect(blocks.some((block) => block.is === 'form' && block.fields.includes('Signature'))).toBe(
      true,
    );
  });
});
