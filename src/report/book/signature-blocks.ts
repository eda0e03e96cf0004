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
    ...STATES.flatMap((state): Block[] => {
      const own = status.rules.filter((each) => each.state === state);
      if (own.length === 0) return [];
      const link = (id: string): { text: string; to: string } => ({
        text: id,
        to: anchor('rule', id),
      });
      const heading: Block = {
        is: 'heading',
        level: 3,
        id: anchor('state', state),
        text: `${capital(STATE_WORDS[state])} (${own.length})`,
      };
      if (state === 'unsigned')
        return [heading, { is: 'text', words: listed(own.map(({ rule }) => link(rule.id))) }];
      return [
        heading,
        {
          is: 'list',
          items: own.map((each): { words: Words } => ({
            words: [link(each.rule.id), `: ${signatureText(each)}`],
          })),
        },
      ];
    }),
    { is: 'heading', level: 2, id: 'to-sign', text: 'To sign' },
    {
      is: 'together',
      blocks: [
        {
          is: 'text',
          words: `I have read the rules of ${grounds.id} ${grounds.version} as they stand in this book, with the tables, figures, definitions and questions that they read, and I approve those that are listed here, or all of them where none is listed, except where I have noted something beside them.`,
        },
        { is: 'text', words: grounds.digest, kind: 'quiet' },
        {
          is: 'form',
          fields: ['Rules', 'Name', 'Role', 'Date', 'Signature'],
        },
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
      ],
    },
  ];
}
