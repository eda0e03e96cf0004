/** The whole policy as a document to read and to sign. */
import { formatLocalDay } from '../../time/format-local.ts';
import { groundsText } from '../grounds-text.ts';
import type { Block, Book } from './block.ts';
import type { BookSource } from './book-source.ts';
import { groundBlocks } from './ground-blocks.ts';
import { referenceBlocks } from './reference-blocks.ts';
import { ruleBlocks } from './rule-blocks.ts';
import { signatureBlocks } from './signature-blocks.ts';

export function ruleBook(source: BookSource): Book {
  const { ruleSet, site, today } = source;
  return {
    title: ruleSet.title,
    subtitle: `The rules of ${site.name}, as they stood on ${formatLocalDay(today)}`,
    blocks: [
      ...introduction(source),
      ...ruleBlocks(source),
      ...referenceBlocks(source),
      ...groundBlocks(source),
      ...signatureBlocks(source),
    ],
  };
}

function introduction({ grounds }: BookSource): Block[] {
  return [
    { is: 'heading', level: 2, id: 'about', text: 'About this book' },
    { is: 'text', words: groundsText(grounds) },
    {
      is: 'text',
      words:
        'It was written by the program from the rules that decide, so that what is read here is what is done. It supports a clinician and decides nothing in their place.',
    },
    {
      is: 'terms',
      terms: [
        ['HOLD', 'as things stand the procedure does not go ahead at its time'],
        [
          'CONTACT PHYSICIAN',
          'the slot stands, and nothing is confirmed until a physician or prescriber has decided',
        ],
        ['NOTE', 'stands in the way of nothing; it informs or instructs'],
        [
          'a missing answer',
          'is never a no: a required question that was not asked is a HOLD, one that the patient could not answer is for the physician, and so is a rule that cannot be decided for want of an answer that it needs',
        ],
        [
          'a medicine',
          'that is not recognised is for the physician; one that is still taken ahead of the day is judged by what is still possible',
        ],
      ],
    },
  ];
}
