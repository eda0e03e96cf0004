/** One patient of the worklist: what stands in the way, and a click away the rest of the papers. */
import type { PageEntry } from '../../batch/decide-rows.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { formatDay } from '../../time/day.ts';
import { formatLocalTime, formatShortTime } from '../../time/format-local.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Zone } from '../../time/zone.ts';
import { html, type Html } from './html.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';

export function pageRow({ result, name, isTooLate }: PageEntry, zone: Zone): Html {
  const at = readBack(result.procedure_at);
  const { disposition } = result;
  const earliest =
    result.earliest_go === null ? '' : formatShortTime(readBack(result.earliest_go.at), zone);
  const standing = result.findings.filter(
    (each) => each.disposition !== 'go' && each.because[each.subject] !== 'not-asked',
  );
  const reasons = standing.map(
    (each) =>
      html`<li>
        ${each.message}${each.action === undefined ? '' : html` <span class="quiet">${each.action}</span>`}
      </li>`,
  );
  const missing = result.missing.map(
    ({ text, fact }) => html`<li>${text} <span class="quiet">(${fact})</span></li>`,
  );
  return html`<tr
    data-row
    data-disposition="${disposition}"
    data-day="${formatDay(zone.dayOf(at))}"
  >
    <th scope="row">
      ${result.id}${name === undefined ? '' : html`<br /><span class="quiet">${name}</span>`}
    </th>
    <td data-key="${result.procedure_at}">${formatLocalTime(at, zone)}</td>
    <td data-key="${['hold', 'contact-physician', 'go'].indexOf(disposition)}">
      <strong class="${disposition}">${DISPOSITION_WORDS[disposition]}</strong
      >${isTooLate ? html`<br />too late to fix before it` : ''}${result.urgency === 'routine' ? '' : html`<br /><strong class="hold">${result.urgency}</strong>`}
    </td>
    <td>
      ${list(reasons)}${
        missing.length === 0
          ? ''
          : html`<h3>Still to ask</h3>
              ${list(missing)}`
      }${papers(result, zone)}
    </td>
    <td data-key="${result.earliest_go?.at ?? ''}">${earliest}</td>
  </tr>`;
}

function papers(result: ScreenResult, zone: Zone): Html {
  const told = (whom: readonly string[]): Html[] =>
    result.instructions
      .filter((each) => whom.includes(each.for))
      .map(
        ({ text, at }) =>
          html`<li>
            ${at === undefined ? '' : html`<strong>${formatShortTime(readBack(at), zone)}</strong> `}${text}
          </li>`,
      );
  const grounds = result.findings.map(
    ({ rule, sources, evidence }) => html`<li>${[rule, ...sources, evidence].join(' · ')}</li>`,
  );
  return html`<details>
    <summary>Papers<span class="quiet"> of ${result.id}</span></summary>
    ${section('Tell the patient', told(['patient']))}${section('For nurse and physician', told(['nurse', 'physician']))}
    ${section(
      'On the day',
      result.checks_on_the_day.map(({ text }) => html`<li>${text}</li>`),
    )}
    ${section(
      'Medicines',
      result.medicines.map(
        (each) =>
          html`<li>
            ${each.as_written}: ${each.recognised ?? 'not recognised'},
            ${each.action.replaceAll('-', ' ')}
          </li>`,
      ),
    )}
    ${section('Rules and sources', grounds)}
  </details>`;
}

function section(title: string, items: readonly Html[]): Html {
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
