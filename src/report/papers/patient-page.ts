/** The patient sheet as a page that needs nothing but itself: read on a phone, printed in large type. */
import { html, type Html } from '../page/html.ts';
import { pageFrame } from '../page/page-frame.ts';
import type { PatientSheet } from './patient-sheet.ts';
import { PATIENT_STYLE } from './patient-style.ts';
import type { SheetText } from './translator.ts';

export function patientPage(sheet: PatientSheet): string {
  const { language, title, clinic, foot } = sheet;
  const body = html`<main>
      <p class="clinic">${clinic}</p>
      <h1>${title}</h1>
      ${head(sheet)}${stepsOf(sheet)}${groupsOf(sheet)}
    </main>
    <footer><p>${foot}</p></footer>`;
  return pageFrame({ language, title, style: PATIENT_STYLE, body });
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

function stepsOf({ stepsTitle, steps }: PatientSheet): Html {
  if (steps.length === 0) return html``;
  const items = steps.map(
    ({ when, what, isProcedure }) =>
      html`<li class="${isProcedure ? 'procedure' : 'step'}">
        <strong class="when">${when}</strong><br />${said(what)}
      </li>`,
  );
  return html`<h2>${stepsTitle}</h2>
    <ol>
      ${items}
    </ol>`;
}

function groupsOf({ groups }: PatientSheet): Html {
  const sections = groups.map(
    ({ title, items }) =>
      html`<h2>${title}</h2>
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
