/** How the patient sheet looks: on a phone, light and dark, and in large type on paper. */
export const PATIENT_STYLE = `
:root { color-scheme: light dark; --back: #fff; --text: #1a1a1a; --quiet: #4d4d4d; --line: #767676; --soft: #eef3f8; --alarm: #8f0d0d; }
@media (prefers-color-scheme: dark) { :root { --back: #14171a; --text: #f0f0f0; --quiet: #c4c4c4; --line: #8a929a; --soft: #212a33; --alarm: #ffaaa3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 1rem; background: var(--back); color: var(--text); font: 1.25rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; } h2 { font-size: 1.4rem; margin: 1.75rem 0 .5rem; }
p { margin: 0 0 .75rem; } .clinic, footer { color: var(--quiet); }
dl { margin: 1rem 0; } footer { margin-top: 1.5rem; } dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .25rem 0; border-bottom: 1px solid var(--line); }
dt { min-width: 9rem; color: var(--quiet); } dd { margin: 0; flex: 1 1 14rem; font-weight: bold; }
.status { background: var(--soft); border-left: .4rem solid var(--line); padding: .75rem 1rem .25rem; }
.emergency { border-color: var(--alarm); } .emergency p:first-child { color: var(--alarm); font-size: 1.5rem; font-weight: bold; }
.warning { border: .2rem solid var(--alarm); color: var(--alarm); padding: .5rem .75rem; }
ol { list-style: none; margin: 0; padding: 0; } ol li { position: relative; padding: .6rem 0 .6rem 2.25rem; border-bottom: 1px solid var(--line); }
ol li.step::before { content: ""; position: absolute; left: .1rem; top: .85rem; width: 1.3rem; height: 1.3rem; border: .15rem solid var(--text); }
ol li.procedure { background: var(--soft); font-weight: bold; }
ul { margin: 0; padding-left: 1.4rem; } ul li { margin-bottom: .5rem; }
@media print { :root { --back: #fff; --text: #000; --quiet: #222; --soft: #fff; --line: #555; --alarm: #000; }
  @page { margin: 18mm; } body { max-width: none; padding: 0; font-size: 16pt; } h1 { font-size: 24pt; } h2 { font-size: 19pt; break-after: avoid; }
  li, dl div { break-inside: avoid; } .status { border: .15rem solid #000; } }
`;
