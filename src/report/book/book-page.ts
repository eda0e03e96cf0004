import { html, type Html } from '../page/html.ts';
import { pageFrame } from '../page/page-frame.ts';
import { type Block, type Book, flat, type Item, type Link, type Words } from './block.ts';
import { BOOK_STYLE } from './book-style.ts';

type Heading = Extract<Block, { is: 'heading' }>;

/** The book as one page that needs nothing but itself: to read on a screen, to print and to sign. */
export function bookPage({ title, subtitle, blocks }: Book): string {
  const body = html`<header>
      <h1>${title}</h1>
      <p>${subtitle}</p>
    </header>
    <nav aria-label="Contents">
      <h2>Contents</h2>
      ${contents(blocks)}
    </nav>
    <main>${blocks.map(blockMarkup)}</main>`;
  return pageFrame({ language: 'en', title, style: BOOK_STYLE, body });
}

/** The chapters, with the parts of those that have parts of their own name. */
function contents(blocks: readonly Block[]): Html {
  const headings = [...flat(blocks)].filter(
    (block): block is Heading =>
      block.is === 'heading' && block.level <= 3 && block.name === undefined,
  );
  const chapters = headings.filter(({ level }) => level === 2);
  return html`<ul>
    ${chapters.map((chapter) => {
      const after = headings.slice(headings.indexOf(chapter) + 1);
      const end = after.findIndex(({ level }) => level === 2);
      const parts = end === -1 ? after : after.slice(0, end);
      const below = html`<ul>
        ${parts.map((part) => html`<li>${entry(part)}</li>`)}
      </ul>`;
      return html`<li>${entry(chapter)}${parts.length === 0 ? '' : below}</li>`;
    })}
  </ul>`;
}

function entry({ text, id }: Heading): Html {
  return linkMarkup({ text, to: id });
}

function blockMarkup(block: Block): Html {
  switch (block.is) {
    case 'heading':
      return heading(block);
    case 'text':
      return html`<p class="${block.kind ?? 'plain'}">${wordsMarkup(block.words)}</p>`;
    case 'outcome':
      return html`<p><strong class="${block.outcome}">${block.text}</strong>${block.lead}</p>`;
    case 'list':
      return listMarkup(block.items);
    case 'terms':
      return html`<dl>
        ${block.terms.map(
          ([label, words]) =>
            html`<dt>${label}</dt>
              <dd>${wordsMarkup(words)}</dd>`,
        )}
      </dl>`;
    case 'table':
      return tableMarkup(block);
    case 'form':
      return html`<table class="form">
        <tbody>
          ${block.fields.map(
            (field) =>
              html`<tr>
                <th scope="row">${field}</th>
                <td>&nbsp;</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
    case 'together':
      return html`<div class="together">${block.blocks.map(blockMarkup)}</div>`;
  }
}

function heading({ level, id, text, name }: Heading): Html {
  const words = html`${text}${name === undefined ? '' : html` <code>${name}</code>`}`;
  if (level === 2) return html`<h2 id="${id}">${words}</h2>`;
  return level === 3 ? html`<h3 id="${id}">${words}</h3>` : html`<h4 id="${id}">${words}</h4>`;
}

function listMarkup(items: readonly Item[]): Html {
  return html`<ul>
    ${items.map(({ words, below }) => html`<li>${wordsMarkup(words)}${below ? listMarkup(below) : ''}</li>`)}
  </ul>`;
}

function tableMarkup({ caption, columns, rows }: Extract<Block, { is: 'table' }>): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head = '', ...cells]) =>
            html`<tr>
              <th scope="row">${wordsMarkup(head)}</th>
              ${cells.map((cell) => html`<td>${wordsMarkup(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function wordsMarkup(words: Words): Html {
  if (typeof words === 'string') return html`${words}`;
  return html`${words.map((each) => (typeof each === 'string' ? html`${each}` : linkMarkup(each)))}`;
}

function linkMarkup({ text, to }: Link): Html {
  return html`<a href="#${to}">${text}</a>`;
}
