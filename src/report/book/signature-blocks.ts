/** Who signed what, and a page to sign on. */
import { STATES } from '../../audit/approvals/signature-status.ts';
import { unsignedText } from '../grounds-text.ts';
import { capital, signatureText, STATE_WORDS } from '../rules/status-text.ts';
import { anchor, type Block, listed, type Words } from './block.ts';
import type { BookSource } from './book-source.ts';

export function signatureBlocks({ status, grounds }: BookSource): Block[] {
  return [
    { is: 'heading', level: 2, id: 'signatures', text: 'Signatures' },
    { is: 'text', words: unsignedText(grounds) },
    ...STATES.flatMap((state) =>
      stateBlocks(
        state,
        status.rules.filter((each) => each.state === state),
      ),
    ),
    { is: 'heading', level: 2, id: 'to-sign', text: 'To sign' },
    { is: 'together', blocks: formBlocks(grounds) },
  ];
}

function stateBlocks(
  state: (typeof STATES)[number],
  rules: BookSource['status']['rules'],
): Block[] {
  if (rules.length === 0) return [];
  const link = (id: string): { text: string; to: string } => ({ text: id, to: anchor('rule', id) });
  const text = `${capital(STATE_WORDS[state])} (${rules.length})`;
  const heading: Block = { is: 'heading', level: 3, id: anchor('state', state), text };
  if (state === 'unsigned')
    return [heading, { is: 'text', words: listed(rules.map(({ rule }) => link(rule.id))) }];
  const items = rules.map((each): { words: Words } => ({
    words: [link(each.rule.id), `: ${signatureText(each)}`],
  }));
  return [heading, { is: 'list', items }];
}

function formBlocks({ id, version, digest }: BookSource['grounds']): Block[] {
  return [
    {
      is: 'text',
      words: `I have read the rules of ${id} ${version} as they stand in this book, with the tables, figures, definitions and questions that they read, and I approve those that are listed here, or all of them where none is listed, except where I have noted something beside them.`,
    },
    { is: 'text', words: digest, kind: 'quiet' },
    { is: 'form', fields: ['Rules', 'Name', 'Role', 'Date', 'Signature'] },
    {
      is: 'form',
      fields: ['Second person, where it takes two: name', 'Role', 'Date', 'Signature'],
    },
    {
      is: 'text',
      words:
        'A signature on paper counts when it is on record: prescreen rules approve ID… --by NAME --role ROLE --on DATE.',
      kind: 'quiet',
    },
  ];
}
