/** The papers of one patient, each a click away: the same that the interview and `check` write. */
import { paperText } from '../papers/paper.ts';
import type { PaperSource } from '../papers/paper-source.ts';
import { sheetBody, WITHIN } from '../papers/patient-page.ts';
import { patientSheet } from '../papers/patient-sheet.ts';
import { html, type Html } from './html.ts';

export function pagePapers(source: PaperSource): Html {
  const { language } = source;
  return html`${paper('Chart note', source, plain(paperText('note', source)))}
  ${paper('SBAR for the physician', source, plain(paperText('sbar', source)))}
  ${paper(
    'Patient sheet',
    source,
    html`<div class="sheet" lang="${language}">${sheetBody(patientSheet(source), WITHIN)}</div>`,
  )}`;
}

function plain(text: string): Html {
  return html`<pre tabindex="0">${text}</pre>`;
}

function paper(title: string, { result }: PaperSource, body: Html): Html {
  return html`<details>
    <summary>${title}<span class="of"> of ${result.id}</span></summary>
    <button type="button" hidden>Print this paper</button>
    ${body}
  </details>`;
}
