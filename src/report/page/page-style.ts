import { PAGE_COLOURS, PAPER_COLOURS } from './page-colours.ts';

/** How the worklist page looks: on a screen, light and dark, and on paper. */
export const PAGE_STYLE = `${PAGE_COLOURS}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: .75rem 0 .25rem; }
.quiet { color: var(--quiet); }
.hold { color: var(--hold); } .contact-physician { color: var(--contact); } .go { color: var(--go); }
strong.hold, strong.contact-physician, strong.go { white-space: nowrap; }
form { display: flex; flex-wrap: wrap; gap: .75rem 1rem; padding: .75rem; margin: 1rem 0; background: var(--soft); border: 1px solid var(--line); }
label { display: flex; flex-direction: column; font-size: .9rem; }
input, select, th button { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); min-height: 2rem; padding: .15rem .5rem; }
th button { border: 0; background: none; font-weight: bold; padding: 0 .25rem; cursor: pointer; text-align: left; }
th button::after { content: " \\2195"; } th[aria-sort=ascending] button::after { content: " \\2191"; } th[aria-sort=descending] button::after { content: " \\2193"; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid var(--line); }
td ul { margin: 0; padding-left: 1.1rem; }
summary { cursor: pointer; color: var(--link); min-height: 1.5rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1rem 2rem; }
.bar { display: flex; height: 1rem; min-width: 8rem; }
.bar span { display: block; height: 100%; border-right: 1px solid var(--back); }
.bar .hold { background: var(--hold); } .bar .contact-physician { background: repeating-linear-gradient(45deg, var(--contact) 0 4px, var(--back) 4px 6px); }
.bar .go { background: repeating-linear-gradient(90deg, var(--go) 0 6px, var(--back) 6px 8px); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
@media print { ${PAPER_COLOURS}
  body { max-width: none; padding: 0; font-size: 9pt; } form, .screen { display: none; } tr { break-inside: avoid; } h2 { break-after: avoid; }
  th button::after { content: ""; } .bar { print-color-adjust: exact; } }
`;
