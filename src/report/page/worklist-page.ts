/** The worklist as one page that needs nothing but itself: for the huddle, on a screen or on paper. */
import type { PageEntry } from '../../batch/decide-rows.ts';
import { decidedRows, type Tally } from '../../batch/tally.ts';
import { byWork, type Task, TASKS } from '../../batch/worklist.ts';
import { formatDay } from '../../time/day.ts';
import { formatLocalDay, formatLocalTime } from '../../time/format-local.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Zone } from '../../time/zone.ts';
import { groundsText } from '../grounds-text.ts';
import { html, type Html, trusted } from './html.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import { charts } from './page-charts.ts';
import { pageRow } from './page-row.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { pageFrame } from './page-frame.ts';
import { PAGE_STYLE } from './page-style.ts';

/** More rows than this are no worklist that anybody reads; those that need the most are kept. */
const MOST_ROWS = 5000;

const TITLES: Readonly<Record<Task, string>> = {
  emergency: 'Emergency: call emergency services now',
  reschedule: 'Too late to fix before the procedure: reschedule',
  'call-prescriber': 'Call the prescriber',
  'call-physician': 'Call the physician',
  'call-patient': 'Call the patient: questions are still to ask',
  nothing: 'Nothing stands in the way',
};

export interface PageOptions {
  readonly clinic: string;
  readonly zone: Zone;
  readonly madeAt: number;
  readonly tally: Tally;
}

export function worklistPage(entries: readonly PageEntry[], options: PageOptions): string {
  const { clinic, zone, madeAt, tally } = options;
  const sorted = entries.toSorted(byWork);
  const shown = sorted.slice(0, MOST_ROWS);
  const groups = TASKS.map((task) =>
    group(
      task,
      shown.filter((each) => each.task === task),
      zone,
    ),
  );
  const left = sorted.length - shown.length;
  const body = html`<header>
      <h1>Worklist</h1>
      <p>${clinic}, made ${formatLocalTime(madeAt, zone)} (${zone.id})</p>
      ${counts(tally)}
    </header>
    <main>
      ${filters(shown, zone)}${groups}${left > 0 ? html`<p><strong>${left} more rows are in the results and not on this page.</strong></p>` : ''}${charts(entries, zone)}
    </main>
    <footer class="quiet">
      <p>
        ${shown[0] ? groundsText(shown[0].result.ruleset) : ''} This supports a clinician and
        decides nothing in their place.
      </p>
    </footer>
    <script>
      ${trusted(PAGE_SCRIPT)};
    </script>`;
  return pageFrame({
    language: 'en',
    title: `Worklist, ${clinic}`,
    style: PAGE_STYLE,
    body,
    hasScript: true,
  });
}

function counts(tally: Tally): Html {
  const { decided, rejected } = tally;
  const parts = (['hold', 'contact-physician', 'go'] as const).map(
    (each) => html`<strong class="${each}">${DISPOSITION_WORDS[each]} ${decided[each]}</strong> `,
  );
  return html`<p>
    ${decidedRows(tally)} decided:
    ${parts}${rejected > 0 ? html`<strong class="hold">${rejected} rejected: not on this page, see the rejects file</strong>` : ''}
  </p>`;
}

function filters(entries: readonly PageEntry[], zone: Zone): Html {
  const days = [
    ...new Set(entries.map(({ result }) => zone.dayOf(readBack(result.procedure_at)))),
  ].toSorted((a, b) => a - b);
  const dispositions = Object.entries(DISPOSITION_WORDS).map(
    ([value, words]) => html`<option value="${value}">${words}</option>`,
  );
  return html`<form hidden aria-label="Filter">
    <label>Search <input name="text" type="search" autocomplete="off" /></label>
    <label
      >Disposition
      <select name="disposition">
        <option value="">all</option>
        ${dispositions}
      </select></label
    >
    <label
      >Day
      <select name="day">
        <option value="">all</option>
        ${days.map((day) => html`<option value="${formatDay(day)}">${formatLocalDay(day)}</option>`)}
      </select></label
    >
    <output role="status"></output>
  </form>`;
}

function group(task: Task, entries: readonly PageEntry[], zone: Zone): Html {
  if (entries.length === 0) return html``;
  const heads = ['Patient', 'Procedure', 'Disposition', 'Why', 'Earliest'].map(
    (name) => html`<th scope="col"><button type="button">${name}</button></th>`,
  );
  const title = `${TITLES[task]} (${entries.length})`;
  return html`<section data-group="${task}">
    <h2>${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${entries.map((entry) => pageRow(entry, zone))}
        </tbody>
      </table>
    </div>
  </section>`;
}
