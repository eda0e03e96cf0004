import { PAGE_COLOURS, PAPER_COLOURS } from '../page/page-colours.ts';

/** How the sheet itself looks, in a page of its own or, between braces, in another; the headings are of either. */
export const SHEET_STYLE = `
h1, h3 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .7em; } h2, h4 { font-size: 1.15em; margin: 1.5em 0 .4em; }
p { margin: 0 0 .75rem; } .clinic, .foot { color: var(--quiet); }
dl { margin: 1rem 0; } .foot { margin-top: 1.5rem; } dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .25rem 0; border-bottom: 1px solid var(--line); }
dt { min-width: 9rem; color: var(--quiet); } dd { margin: 0; flex: 1 1 14rem; font-weight: bold; }
.status { background: var(--soft); border-left: .4rem solid var(--line); padding: .75rem 1rem .25rem; }
.emergency { border-color: var(--hold); } .emergency p:first-child { color: var(--hold); font-size: 1.2em; font-weight: bold; }
.warning { border: .2rem solid var(--hold); color: var(--hold); padding: .5rem .75rem; }
ol { list-style: none; margin: 0; padding: 0; } ol li { position: relative; padding: .6rem 0 .6rem 2.25rem; border-bottom: 1px solid var(--line); }
ol li.step::before { content: ""; position: absolute; left: .1rem; top: .85rem; width: 1.3rem; height: 1.3rem; border: .15rem solid var(--text); }
ol li.procedure { background: var(--soft); font-weight: bold; }
ul { margin: 0; padding-left: 1.4rem; } ul li { margin-bottom: .5rem; }`;

/** On paper, in large type. */
export const SHEET_ON_PAPER = `
font-size: 16pt; h2, h4 { break-after: avoid; } li, dl div { break-inside: avoid; } .status { border: .15rem solid #000; }`;

/** How a page looks that is nothing but the sheet: on a phone, light and dark, and on paper. */
export const PATIENT_STYLE = `${PAGE_COLOURS}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 1rem; background: var(--back); color: var(--text); font: 1.25rem/1.5 system-ui, sans-serif; }
${SHEET_STYLE}
@media print { ${PAPER_COLOURS} @page { margin: 18mm; } body { max-width: none; padding: 0; ${SHEET_ON_PAPER} } }
`;
