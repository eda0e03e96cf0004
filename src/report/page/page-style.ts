import { SHEET_ON_PAPER, SHEET_STYLE } from '../papers/patient-style.ts';
import { PAGE_COLOURS, PAPER_COLOURS } from './page-colours.ts';

/** How the worklist page looks: on a screen, light and dark, and on paper. */
export const PAGE_STYLE = `${PAGE_COLOURS}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1em; margin: .75rem 0 .25rem; }
.quiet, .of { color: var(--quiet); }
.hold { color: var(--hold); } .contact-physician { color: var(--contact); } .go { color: var(--go); }
strong.hold, strong.contact-physician, strong.go { white-space: nowrap; }
strong.rejected { white-space: normal; }
form { display: flex; flex-wrap: wrap; gap: .75rem 1rem; padding: .75rem; margin: 1rem 0; background: var(--soft); border: 1px solid var(--line); }
label { display: flex; flex-direction: column; font-size: .9rem; } output { align-self: end; min-height: 2rem; }
input, select, button { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); min-height: 2rem; padding: .15rem .5rem; }
th button { border: 0; background: none; font-weight: bold; padding: 0; cursor: pointer; text-align: left; }
th button::after { content: " \\2195"; } th[aria-sort=ascending] button::after { content: " \\2191"; } th[aria-sort=descending] button::after { content: " \\2193"; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid var(--line); }
.list { table-layout: fixed; } .list thead th { width: 8.5em; } .list thead th:nth-child(3) { width: 12.5em; } .list thead th:nth-child(4) { width: auto; }
tbody:has(.papers) tr:first-child > * { border-bottom: 0; padding-bottom: 0; }
td ul { margin: 0; padding-left: 1.1rem; }
summary { cursor: pointer; color: var(--link); min-height: 1.5rem; padding: .1rem 0; }
.papers td { padding-top: .25rem; } .papers details { display: inline-block; vertical-align: top; margin-right: 1.5rem; }
.papers details[open] { display: block; margin: .25rem 0 1rem; } .of { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[open] .of { position: static; clip-path: none; }
pre, .sheet { max-width: 42rem; margin: .5rem 0; padding: .75rem 1rem; border: 1px solid var(--line); background: var(--back); }
pre { font: .875rem/1.4 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; max-width: max-content; }
.sheet { ${SHEET_STYLE} }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1rem 2rem; } .charts section { min-width: 0; }
.bar { display: flex; height: 1rem; min-width: 8rem; }
.bar span { display: block; height: 100%; border-right: 1px solid var(--back); }
.bar .hold { background: var(--hold); } .bar .contact-physician { background: repeating-linear-gradient(45deg, var(--contact) 0 4px, var(--back) 4px 6px); }
.bar .go { background: repeating-linear-gradient(90deg, var(--go) 0 6px, var(--back) 6px 8px); }
td.number, .charts thead th[class] { text-align: right; } td.number { font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
@media screen and (max-width: 48rem) {
  .list, .list tbody, .list tr, .list th, .list td { display: block; border: 0; padding: 0; }
  .list thead tr { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); } .list thead th { width: auto !important; }
  .list tbody { padding: .5rem 0; border-bottom: 1px solid var(--line); } .list .none { display: none; } .list [data-key]:last-child::before { content: "Earliest: "; color: var(--quiet); } }
@media print { ${PAPER_COLOURS}
  body { max-width: none; padding: 0; font-size: 9pt; } form, details button, details:not([open]), tr.papers:not(:has([open])) { display: none; }
  .list thead th, .list thead th:nth-child(3) { width: 7.5em; } .list thead th:nth-child(4) { width: auto; } th, td { padding: .2rem .4rem; } strong { white-space: normal !important; } th button { min-height: 0; } tbody { border-bottom: 1px solid var(--line); } tr { break-inside: avoid; } tr.papers { break-inside: auto; } h2 { break-after: avoid; }
  th button::after { content: ""; } .bar { print-color-adjust: exact; }
  body.one :not(.printed, .printed *, :has(.printed)), body.one summary { display: none; } body.one * { border: 0; }
  .one pre { font-size: 10.5pt; } .one .sheet { max-width: none; ${SHEET_ON_PAPER} } }
`;
