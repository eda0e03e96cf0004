/** One patient of the worklist: what stands in the way, what is still to ask and, below it, the papers. */
import type { PageEntry } from '../../batch/decide-rows.ts';
import { DISPOSITIONS } from '../../evaluation/finding-order.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { formatDay } from '../../time/day.ts';
import { formatLocalTime, formatShortTime } from '../../time/format-local.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Zone } from '../../time/zone.ts';
import { chartLines } from '../chart-words.ts';
import { counted } from '../counted.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import { questionLabel } from '../question-label.ts';
import { html, type Html } from './html.ts';

export function pageRow(
  { result, name, isTooLate }: PageEntry,
  { zone, ruleSet }: { readonly zone: Zone; readonly ruleSet: RuleSet },
  papers: Html | undefined,
): Html {
  const at = readBack(result.procedure_at);
  const { disposition, id, earliest_go: earliest, urgency } = result;
  return html`<tbody
    data-row
    data-disposition="${disposition}"
    data-day="${formatDay(zone.dayOf(at))}"
  >
    <tr>
      <th scope="row">
        ${id}${name === undefined ? '' : html`<br /><span class="quiet">${name}</span>`}
      </th>
      <td data-key="${result.procedure_at}">${formatLocalTime(at, zone)}</td>
      <td data-key="${DISPOSITIONS.indexOf(disposition)}">
        <strong class="${disposition}">${DISPOSITION_WORDS[disposition]}</strong
        >${isTooLate ? html`<br />too late to fix before it` : ''}${urgency === 'routine' ? '' : html`<br /><strong class="hold">${urgency}</strong>`}
      </td>
      <td>${why(result, ruleSet)}</td>
      <td data-key="${earliest?.at ?? ''}" ${earliest === null ? html`class="none"` : ''}>
        ${earliest === null ? '' : formatShortTime(readBack(earliest.at), zone)}
      </td>
    </tr>
    ${
      papers === undefined
        ? ''
        : html`<tr class="papers">
            <td colspan="5">${papers}</td>
          </tr>`
    }
  </tbody>`;
}

function why({ findings, missing, chart = [] }: PageEntry['result'], ruleSet: RuleSet): Html {
  const standing = findings.filter(
    (each) => each.disposition !== 'go' && each.because[each.subject] !== 'not-asked',
  );
  const reasons = standing.map(
    ({ message, action }) =>
      html`<li>
        ${message}${action === undefined ? '' : html` <span class="quiet">${action}</span>`}
      </li>`,
  );
  const folded = chartLines(
    chart.filter(({ read }) => read === 'added'),
    ruleSet,
  );
  return html`${list(reasons)}${part('Still to ask', stillToAsk(missing, ruleSet))}${part(
    'From the chart',
    folded.map((text) => html`<li>${text}</li>`),
  )}`;
}

/** More questions than this are told by what they are about: an export often has none of the answers. */
const MANY = 5;

function stillToAsk(missing: PageEntry['result']['missing'], ruleSet: RuleSet): readonly Html[] {
  const labels = new Map(
    missing.length > MANY
      ? ruleSet.questions.map(({ id }) => [id, questionLabel(id, ruleSet)] as const)
      : [],
  );
  const short = missing.flatMap(({ fact }) => labels.get(fact) ?? []);
  const whole = missing
    .filter(({ fact }) => !labels.has(fact))
    .map(({ text, fact }) => html`<li>${text} <span class="quiet">(${fact})</span></li>`);
  return short.length === 0
    ? whole
    : [...whole, html`<li>${counted(short.length, 'question')}: ${short.join(', ')}</li>`];
}

function part(title: string, items: readonly Html[]): Html {
  return items.length === 0
    ? html``
    : html`<h3>${title}</h3>
        ${list(items)}`;
}

function list(items: readonly Html[]): Html {
  return items.length === 0
    ? html``
    : html`<ul>
        ${items}
      </ul>`;
}
