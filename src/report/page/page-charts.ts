/** How many of each disposition, by day and by rule: tables of numbers with a bar beside them. */
import { DISPOSITIONS } from '../../evaluation/finding-order.ts';
import type { Disposition } from '../../rules/schema/common.ts';
import { formatLocalDay } from '../../time/format-local.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import { html, type Html } from './html.ts';
import type { Counts, KeptRows } from './kept-rows.ts';

const MOST_RULES = 20;

export function charts({ days, rules }: KeptRows): Html {
  const byDay = [...days]
    .toSorted(([a], [b]) => a - b)
    .map(([day, counts]) => ({ name: formatLocalDay(day), counts }));
  const byRule = [...rules]
    .map(([name, counts]) => ({ name, counts }))
    .toSorted((a, b) => total(b.counts) - total(a.counts) || (a.name < b.name ? -1 : 1));
  const left =
    byRule.length > MOST_RULES
      ? html`<p class="quiet">
          ${byRule.length - MOST_RULES} more rules stand in the way of fewer.
        </p>`
      : '';
  return html`<div class="charts">
    ${chart('Dispositions by day', 'Day', byDay, DISPOSITIONS)}${chart('What stands in the way', 'Rule', byRule.slice(0, MOST_RULES), ['hold', 'contact-physician'])}${left}
  </div>`;
}

interface Line {
  readonly name: string;
  readonly counts: Counts;
}

function chart(
  title: string,
  first: string,
  lines: readonly Line[],
  shown: readonly Disposition[],
): Html {
  const most = Math.max(1, ...lines.map(({ counts }) => total(counts)));
  const head = shown.map(
    (each) => html`<th scope="col" class="${each}">${DISPOSITION_WORDS[each]}</th>`,
  );
  const rows = lines.map(({ name, counts }) => {
    const bars = shown.map(
      (each) =>
        html`<span
          class="${each}"
          style="width:${((counts[each] / most) * 100).toFixed(2)}%"
        ></span>`,
    );
    const numbers = shown.map((each) => html`<td class="number">${counts[each]}</td>`);
    return html`<tr>
      <th scope="row">${name}</th>
      ${numbers}
      <td><div class="bar" aria-hidden="true">${bars}</div></td>
    </tr>`;
  });
  return html`<section>
    <h2>${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">${first}</th>
            ${head}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}

function total(counts: Counts): number {
  return DISPOSITIONS.reduce((sum, each) => sum + counts[each], 0);
}
