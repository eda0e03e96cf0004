/** The patient sheet as a page that needs nothing but itself: read on a phone, printed in large type. */
import { html, type Html } from '../page/html.ts';
import { pageFrame } from '../page/page-frame.ts';
import type { PatientSheet } from './patient-sheet.ts';
import { PATIENT_STYLE } from './patient-style.ts';
import type { SheetText } from './translator.ts';

export function patientPage(sheet: PatientSheet): string {
  const { language, title } = sheet;
  const body = html`<main>${sheetBody(sheet, OF_PAGE)}</main>`;
  return pageFrame({ language, title, style: PATIENT_STYLE, body });
}

/** The headings of a sheet, by where it stands. */
interface Headings {
  readonly title: (text: string) => Html;
  readonly part: (text: string) => Html;
}

const OF_PAGE: Headings = {
  title: (text) => html`<h1>${text}</h1>`,
  part: (text) => html`<h2>${text}</h2>`,
};

/** For a sheet that stands in another page, below its second heading. */
export const WITHIN: Headings = {
  title: (text) => html`<h3>${text}</h3>`,
  part: (text) => html`<h4>${text}</h4>`,
};

/** All of the sheet, to stand in a page of its own or in another. */
export function sheetBody(sheet: PatientSheet, headings: Headings): Html {
  const { title, clinic, foot } = sheet;
  return html`<p class="clinic">${clinic}</p>
    ${headings.title(title)}${head(sheet)}${stepsOf(sheet, headings)}${groupsOf(sheet, headings)}
    <p class="foot">${foot}</p>`;
}

function head({ warning, facts, status, isEmergency }: PatientSheet): Html {
  const names = facts.map(
    ({ name, text }) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${said(text)}</dd>
      </div>`,
  );
  const whom = html`<dl>${names}</dl>`;
  const state = html`<div class="${isEmergency ? 'status emergency' : 'status'}">
    ${status.map((text) => html`<p>${said(text)}</p>`)}
  </div>`;
  return html`${warning === '' ? '' : html`<p class="warning"><strong>${warning}</strong></p>`}
  ${isEmergency ? [state, whom] : [whom, state]}`;
}

function stepsOf({ stepsTitle, steps }: PatientSheet, { part }: Headings): Html {
  if (steps.length === 0) return html``;
  const items = steps.map(
    ({ when, what, isProcedure }) =>
      html`<li class="${isProcedure ? 'procedure' : 'step'}">
        <strong class="when">${when}</strong><br />${said(what)}
      </li>`,
  );
  return html`${part(stepsTitle)}
    <ol>
      ${items}
    </ol>`;
}

function groupsOf({ groups }: PatientSheet, { part }: Headings): Html {
  const sections = groups.map(
    ({ title, items }) =>
      html`${part(title)}
        <ul>
          ${items.map((text) => html`<li>${said(text)}</li>`)}
        </ul>`,
  );
  return html`${sections}`;
}

/** What has no translation is marked for those who hear the page, too. */
function said({ text, isUntranslated }: SheetText): Html {
  return isUntranslated ? html`<span lang="en">${text}</span>` : html`${text}`;
}
