/** The worklist as one page that needs nothing but itself: for the huddle, on a screen or on paper. */
import type { PageEntry } from '../../batch/decide-rows.ts';
import type { Repeats } from '../../batch/repeats.ts';
import { decidedRows, type Tally } from '../../batch/tally.ts';
import { type Task, TASKS } from '../../batch/worklist.ts';
import { DISPOSITIONS } from '../../evaluation/finding-order.ts';
import { formatDay } from '../../time/day.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { formatLocalDay, formatLocalTime } from '../../time/format-local.ts';
import type { Zone } from '../../time/zone.ts';
import { groundsText } from '../grounds-text.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import type { PaperSource } from '../papers/paper-source.ts';
import { repeatsLines, repeatsTitle } from '../repeats-text.ts';
import { html, type Html, trusted } from './html.ts';
import { charts } from './page-charts.ts';
import { pageParts } from './page-frame.ts';
import { pagePapers } from './page-papers.ts';
import { pageRow } from './page-row.ts';
import type { PageLine, KeptRows } from './kept-rows.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';

/** With the papers of more patients than this the page would be too large to be opened at once. */
const MOST_PAPERS = 1000;

const TITLES: Readonly<Record<Task, string>> = {
  emergency: 'Emergency: call emergency services now',
  reschedule: 'Too late to fix before the procedure: reschedule',
  'call-prescriber': 'Call the prescriber',
  'call-physician': 'Call the physician',
  'call-patient': 'Call the patient: questions are still to ask',
  nothing: 'Nothing stands in the way',
};

export interface PageOptions extends Pick<PaperSource, 'ruleSet' | 'site' | 'zone' | 'language'> {
  readonly madeAt: number;
  readonly tally: Tally;
  readonly repeats: Repeats;
  /** Behind the rules of every result. */
  readonly ruleset: ScreenResult['ruleset'];
  /** Whether it names the patients. */
  readonly hasNames: boolean;
  /** All of a row: asked for when its turn comes, so that one is held at a time. */
  readonly entryOf: (line: PageLine) => PageEntry;
}

/** The page in parts, one after the other. */
export function worklistPage(rows: KeptRows, options: PageOptions): Generator<string> {
  const { site } = options;
  return pageParts({
    language: 'en',
    title: `Worklist, ${site.name}`,
    style: PAGE_STYLE,
    body: bodyOf(rows, options),
    hasScript: true,
  });
}

function* bodyOf(rows: KeptRows, options: PageOptions): Generator<Html> {
  const { site, zone, madeAt, tally, repeats, ruleset } = options;
  const shown = rows.sorted();
  const papered = new Set(shown.slice(0, MOST_PAPERS));
  yield html`<header>
      <h1>Worklist</h1>
      <p>${site.name}, made ${formatLocalTime(madeAt, zone)} (${zone.id})</p>
      ${counts(tally)}${limits(rows.left, shown.length - papered.size)}${repeated(repeats)}
    </header>
    ${trusted('<main>')}${filters(shown, zone)}`;
  for (const task of TASKS) {
    const own = shown.filter((each) => each.task === task);
    yield* group(task, own, (line) => rowOf(line, papered.has(line), options));
  }
  yield html`${charts(rows)}${trusted('</main>')}
    <footer class="quiet">
      <p>${groundsText(ruleset)} This supports a clinician and decides nothing in their place.</p>
    </footer>
    <script>
      ${trusted(PAGE_SCRIPT)};
    </script>`;
}

function rowOf(line: PageLine, hasPapers: boolean, options: PageOptions): Html {
  const { ruleSet, site, zone, language, hasNames, entryOf } = options;
  const { name, ...entry } = entryOf(line);
  const { result, intake } = entry;
  const papers = hasPapers
    ? pagePapers({ result, intake, ruleSet, site, zone, language })
    : undefined;
  const isNamed = hasNames && name !== undefined;
  return pageRow(isNamed ? { ...entry, name } : entry, options, papers);
}

/** What the page leaves out. */
function limits(rowsLeft: number, withoutPapers: number): Html {
  const told = [
    ...(rowsLeft > 0
      ? [`${rowsLeft} more patients, who need less, are in the results and not on this page.`]
      : []),
    ...(withoutPapers > 0
      ? [
          `The papers of the first ${MOST_PAPERS} patients are on it; those of the others are written by prescreen check --as.`,
        ]
      : []),
  ];
  return html`${told.map((text) => html`<p><strong>${text}</strong></p>`)}`;
}

function repeated(repeats: Repeats): Html {
  if (repeats.patients === 0) return html``;
  return html`<p>${repeatsTitle(repeats)}</p>
    <ul>
      ${repeatsLines(repeats).map((text) => html`<li>${text}</li>`)}
    </ul>`;
}

function counts(tally: Tally): Html {
  const { decided, rejected } = tally;
  const parts = DISPOSITIONS.map(
    (each) => html`<strong class="${each}">${DISPOSITION_WORDS[each]} ${decided[each]}</strong> `,
  );
  return html`<p>
    ${decidedRows(tally)} decided:
    ${parts}${rejected > 0 ? html`<strong class="hold rejected">${rejected} rejected: not on this page, see the rejects file</strong>` : ''}
  </p>`;
}

function filters(shown: readonly PageLine[], zone: Zone): Html {
  const days = [...new Set(shown.map(({ at }) => zone.dayOf(at)))].toSorted((a, b) => a - b);
  const dispositions = DISPOSITIONS.map(
    (each) => html`<option value="${each}">${DISPOSITION_WORDS[each]}</option>`,
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

function* group(
  task: Task,
  lines: readonly PageLine[],
  row: (line: PageLine) => Html,
): Generator<Html> {
  if (lines.length === 0) return;
  const heads = ['Patient', 'Procedure', 'Disposition', 'Why', 'Earliest'].map(
    (name) => html`<th scope="col"><button type="button">${name}</button></th>`,
  );
  const title = `${TITLES[task]} (${lines.length})`;
  yield html`${trusted(`<section data-group="${task}">`)}
    <h2>${title}</h2>
    ${trusted('<div class="scroll" tabindex="0" role="region"')} aria-label="${title}">
    ${trusted('<table class="list">')}
    <thead>
      <tr>
        ${heads}
      </tr>
    </thead>`;
  for (const line of lines) yield row(line);
  yield trusted('</table></div></section>');
}
