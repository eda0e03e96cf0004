/** Prints what an import of 100,000 generated names costs: to make, to load, and for each keystroke and each line. */
import { readFileSync } from 'node:fs';

import { importRelease } from '../src/medicines/imported/import-release.ts';
import { LayeredRecogniser } from '../src/medicines/imported/layered-recogniser.ts';
import { namesFileText } from '../src/medicines/imported/names-file.ts';
import { readImportedNames } from '../src/medicines/imported/read-imported-names.ts';
import { Recogniser, toolsOf } from '../src/medicines/recogniser.ts';
import type { Vocabulary } from '../src/medicines/vocabulary.ts';
import { nameRow, relationRows, releaseOf } from '../test/support/small-release.ts';

const NAMES = 100_000;
const INGREDIENTS = 8000;
const LIMIT = 8;

const vocabulary = JSON.parse(
  readFileSync(new URL('../../dist/vocabulary.json', import.meta.url), 'utf8'),
) as Vocabulary;

/** Always the same numbers in the same order, each below the limit. */
let state = 7;
function next(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const ONSETS = 'b c d f g h k l m n p qu r s t v w x z bl br cl cr dr fl gl pr st tr th'.split(' ');
const VOWELS = 'a e i o u y ia eo ei'.split(' ');
const ENDINGS = ['', 'n', 'x', 'l', 'r', 'm', 'st', 'nt', 'vix', 'dine', 'mab', 'tide'];

function invented(): string {
  let word = '';
  for (let syllable = 3 + next(2); syllable > 0; syllable -= 1) {
    word += (ONSETS[next(ONSETS.length)] ?? '') + (VOWELS[next(VOWELS.length)] ?? '');
  }
  return word + (ENDINGS[next(ENDINGS.length)] ?? '');
}

function timed<Value>(what: string, run: () => Value): Value {
  const start = performance.now();
  const value = run();
  console.log(`${what.padEnd(34)}${(performance.now() - start).toFixed(0).padStart(8)} ms`);
  return value;
}

function percentiles(what: string, run: (index: number) => void, count: number): void {
  const once = (index: number): number => {
    const start = performance.now();
    run(index);
    return performance.now() - start;
  };
  // The better of two, so that what else the machine does is left out; lines are remembered, and are run once.
  const times = Array.from({ length: count }, (_, index) =>
    what.startsWith('a keystroke') ? Math.min(once(index), once(index)) : once(index),
  ).toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(count - 1, Math.floor(share * count))] ?? 0).toFixed(2).padStart(8);
  console.log(`${what.padEnd(34)} p50${at(0.5)}  p95${at(0.95)}  p99${at(0.99)}  max${at(1)} ms`);
}

const words = new Set<string>();
while (words.size < INGREDIENTS + NAMES) words.add(invented());
const [ingredients, brands] = [[...words].slice(0, INGREDIENTS), [...words].slice(INGREDIENTS)];
const release = timed('reading the release', () =>
  releaseOf(
    [
      ...ingredients.map((word, index) => nameRow(String(1_000_000 + index), 'IN', word)),
      ...brands.map((word, index) =>
        nameRow(String(2_000_000 + index), 'BN', word.charAt(0).toUpperCase() + word.slice(1)),
      ),
    ],
    brands.flatMap((_, index) =>
      relationRows(
        String(2_000_000 + index),
        'tradename_of',
        String(1_000_000 + (index % INGREDIENTS)),
      ),
    ),
  ),
);
const ours = toolsOf(vocabulary);
const imported = timed('vetting the names', () => importRelease(release, ours, {}));
console.log(
  `${imported.file.names.length} imported, ${imported.conflicts.length} conflicts, ${imported.known} known`,
);
const text = namesFileText(imported.file);
console.log(`file ${(text.length / 2 ** 20).toFixed(1)} MB`);
const names = timed('loading the file', () => {
  const read = readImportedNames({ file: 'names.json', text }, ours.lexicon, ours.names);
  if (!read.ok) throw new Error('the file cannot be read');
  return read.value;
});
const alone = new Recogniser(vocabulary);
const layered = new LayeredRecogniser(vocabulary, ours, names);
timed('the index, before the first key', () => layered.complete('eloq', LIMIT));
timed('first misspelling', () => layered.recognise('eloquis'));

const typed = [
  ...vocabulary.names.spelled.filter((_, index) => index % 97 === 0),
  ...brands.filter((_, index) => index % 397 === 0),
].flatMap((name) =>
  Array.from({ length: Math.min(10, name.length) }, (_, at) => name.slice(0, at + 1)),
);
percentiles(
  'a keystroke, ours alone',
  (at) => alone.complete(typed[at] ?? '', LIMIT),
  typed.length,
);
percentiles(
  'a keystroke, with the import',
  (at) => layered.complete(typed[at] ?? '', LIMIT),
  typed.length,
);

const slip = (name: string): string => {
  const at = 1 + next(Math.max(1, name.length - 1));
  return name.slice(0, at) + name.slice(at + 1);
};
const lines = vocabulary.names.spelled.filter((_, index) => index % 29 === 0);
percentiles(
  'a line, ours alone',
  (at) => alone.recognise(`${lines[at]} 10 mg daily`),
  lines.length,
);
percentiles(
  'a line, with the import',
  (at) => layered.recognise(`${lines[at]} 10 mg daily`),
  lines.length,
);
percentiles('an imported name', (at) => layered.recognise(`${brands[at]} 5 mg`), 2000);
const slips = lines.map(slip);
percentiles('a misspelling, ours alone', (at) => alone.recognise(slips[at] ?? ''), slips.length);
percentiles(
  'a misspelling, with the import',
  (at) => layered.recognise(slips[at] ?? ''),
  slips.length,
);
