/** A document as data: what the book says, apart from how HTML and Markdown write it. */

/** Words that lead to a heading of the same document. */
export interface Link {
  readonly text: string;
  readonly to: string;
}

export type Words = string | readonly (string | Link)[];

/** A line of a list, with the lines below it. */
export interface Item {
  readonly words: Words;
  readonly below?: readonly Item[];
}

export type Block =
  | {
      readonly is: 'heading';
      readonly level: 2 | 3 | 4;
      readonly id: string;
      readonly text: string;
      /** The name under which it is known elsewhere. */
      readonly name?: string;
    }
  | { readonly is: 'text'; readonly words: Words; readonly kind?: 'quiet' | 'says' }
  /** How restrictive a rule is, before its conditions. */
  | {
      readonly is: 'outcome';
      readonly outcome: 'go' | 'contact-physician' | 'hold';
      readonly text: string;
      readonly lead: string;
    }
  | { readonly is: 'list'; readonly items: readonly Item[] }
  | { readonly is: 'terms'; readonly terms: readonly (readonly [label: string, words: Words])[] }
  | {
      readonly is: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Words[])[];
    }
  /** Blank lines to fill in with a pen. */
  | { readonly is: 'form'; readonly fields: readonly string[] }
  /** What is not to be torn apart by the edge of a page. */
  | { readonly is: 'together'; readonly blocks: readonly Block[] };

export interface Book {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

/** All the blocks, those that are kept together too. */
export function* flat(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    if (block.is === 'together') yield* flat(block.blocks);
    else yield block;
  }
}

/** What a part of the rules is called as a place to go to. */
export function anchor(kind: string, id: string): string {
  return `${kind}-${id.replaceAll('.', '-')}`;
}

/** Several words in a row, between commas. */
export function listed(words: readonly (string | Link)[]): (string | Link)[] {
  return words.flatMap((each, index) => (index === 0 ? [each] : [', ', each]));
}
