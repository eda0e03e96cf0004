/** The colours of every page, by what they mean: on a screen, light and dark. */
export const PAGE_COLOURS = `
:root { color-scheme: light dark; --back: #fff; --text: #1a1a1a; --quiet: #4d4d4d; --line: #8a8a8a; --soft: #f1f3f5;
  --hold: #a30f0f; --contact: #7a4300; --go: #135c26; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --back: #14171a; --text: #ececec; --quiet: #bdbdbd; --line: #7d858c; --soft: #20252a;
  --hold: #ff9c95; --contact: #ffc26b; --go: #86dd9a; --link: #8fc3ff; } }`;

/** The same on paper, to stand within the rules for print. */
export const PAPER_COLOURS =
  ':root { --back: #fff; --text: #000; --quiet: #333; --soft: #fff; --hold: #8a0000; --contact: #663800; --go: #0d4a1d; --link: #000; }';
