import { PAGE_COLOURS, PAPER_COLOURS } from '../page/page-colours.ts';

/** How the book looks: on a screen, light and dark, and on paper. */
export const BOOK_STYLE = `${PAGE_COLOURS}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; margin: 0; line-height: 1.25; }
h2 { font-size: 1.4rem; margin: 3rem 0 .75rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.75rem 0 .25rem; }
h2, h3, h4 { line-height: 1.3; scroll-margin-top: 1rem; }
code { font: .85em ui-monospace, monospace; font-weight: normal; color: var(--quiet); }
p { margin: .35rem 0; } .says { font-size: 1.05rem; } .quiet { color: var(--quiet); font-size: .9rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.hold { color: var(--hold); } .contact-physician { color: var(--contact); } .go { color: var(--go); }
ul { margin: .25rem 0; padding-left: 1.4rem; }
nav ul { list-style: none; padding-left: 0; } nav ul ul { padding-left: 1.4rem; columns: 2 16rem; margin-bottom: .5rem; }
nav li { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .75rem; margin: .5rem 0; font-size: .95rem; }
dt { color: var(--quiet); max-width: 14rem; } dd { margin: 0; }
.scroll { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--line); }
tbody th { font-weight: normal; }
.scroll td, .scroll th { overflow-wrap: normal; } .scroll tbody th { min-width: 9rem; } .scroll td:last-child { min-width: 8rem; }
.form { margin: 1.5rem 0; } .form th { width: 14rem; } .form td { height: 2.75rem; border-bottom: 1px solid var(--text); }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dt { max-width: none; } dd { margin-bottom: .3rem; } }
@page { margin: 16mm 15mm; }
@media print {
  ${PAPER_COLOURS}
  html { font-size: 9.5pt; } body { max-width: none; padding: 0; }
  h2 { break-before: page; margin-top: 0; } nav h2 { break-before: auto; margin-top: 1.5rem; }
  h2, h3, h4 { break-after: avoid; } .together, tr, dt, dd { break-inside: avoid; } p { orphans: 2; widows: 2; }
  a { color: inherit; text-decoration: none; } .scroll { overflow: visible; }
  table { font-size: 8pt; table-layout: auto; } th, td { padding: .15rem .3rem; }
  .scroll td, .scroll th { overflow-wrap: break-word; } .scroll tbody th, .scroll td:last-child { min-width: 0; }
  .form td { height: 11mm; }
}
`;
