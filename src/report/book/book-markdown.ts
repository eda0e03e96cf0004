import type { Block, Book, Item, Link, Words } from './block.ts';

/** The book as Markdown, as GitHub and most readers show it. */
export function bookMarkdown({ title, subtitle, blocks }: Book): string {
  const parts = [
    `# ${escaped(title)}`,
    escaped(subtitle),
    contents(blocks),
    ...blocks.map(blockText),
  ];
  return `${parts.join('\n\n')}\n`;
}

function contents(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.is !== 'heading' || block.level > 3 || block.name !== undefined) return [];
      const { level, text, id } = block;
      return [`${'  '.repeat(level - 2)}- ${linkText({ text, to: id })}`];
    })
    .join('\n');
}

function blockText(block: Block): string {
  switch (block.is) {
    case 'heading': {
      const name = block.name === undefined ? '' : ` (\`${block.name}\`)`;
      return `<a id="${block.id}"></a>\n\n${'#'.repeat(block.level)} ${escaped(block.text)}${name}`;
    }
    case 'text': {
      const text = wordsText(block.words);
      return block.kind === 'says' ? `**${text}**` : text;
    }
    case 'outcome':
      return `**${escaped(block.text)}**${escaped(block.lead)}`;
    case 'list':
      return block.items.flatMap((item) => itemLines(item, 0)).join('\n');
    case 'terms':
      return block.terms
        .map(([label, words]) => `- *${escaped(label)}*: ${wordsText(words)}`)
        .join('\n');
    case 'table':
      return tableText(block);
    case 'form':
      return block.fields.map((field) => `${escaped(field)}: ${'\\_'.repeat(30)}`).join('\n\n');
    case 'together':
      return block.blocks.map(blockText).join('\n\n');
  }
}

function itemLines({ words, below = [] }: Item, depth: number): string[] {
  const line = `${'  '.repeat(depth)}- ${wordsText(words)}`;
  return [line, ...below.flatMap((each) => itemLines(each, depth + 1))];
}

function tableText({ columns, rows }: Extract<Block, { is: 'table' }>): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [
    line(columns.map(escaped)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(wordsText))),
  ].join('\n');
}

function wordsText(words: Words): string {
  if (typeof words === 'string') return escaped(words);
  return words.map((each) => (typeof each === 'string' ? escaped(each) : linkText(each))).join('');
}

function linkText({ text, to }: Link): string {
  return `[${escaped(text)}](#${to})`;
}

/** Signs that would be markup stand for themselves. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}
