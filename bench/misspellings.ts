/**
 * Prints what becomes of every name that matters with one letter wrong: left out, doubled, swapped with the next or
 * a neighbouring key. Exits 1 when one is read as another medicine, or is asked about without the right name among
 * those offered. An argument n tries only every n-th name.
 */
import { foldName } from '../src/medicines/fold.ts';
import { Lexicon } from '../src/medicines/lexicon.ts';
import { Recogniser } from '../src/medicines/recogniser.ts';
import { judgeMisspelling, type Verdict } from '../test/support/judge-misspelling.ts';
import { shippedVocabulary } from '../test/support/shipped.ts';
import { singleEdits } from '../test/support/single-edits.ts';

const SHOWN = 200;

const lexicon = new Lexicon(shippedVocabulary);
const recogniser = new Recogniser(shippedVocabulary);
const step = Number(process.argv[2] ?? 1);
const names = shippedVocabulary.names.keys
  .map((_, index) => lexicon.entry(index))
  .filter(({ product, kind, isOfConcern }) => product && isOfConcern && kind !== 'misspelling')
  .filter((_, index) => index % step === 0);

const counts = new Map<Verdict, number>();
const faults: string[] = [];
let tried = 0;
const start = performance.now();
for (const [index, { spelled }] of names.entries()) {
  if (process.stderr.isTTY && index % 50 === 0) process.stderr.write(`\r${index}/${names.length}`);
  for (const text of new Set(singleEdits(spelled.toLowerCase()))) {
    if (foldName(text) === foldName(spelled)) continue;
    const { verdict, read } = judgeMisspelling(recogniser, spelled, text);
    tried += 1;
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (verdict === 'WRONG' || verdict === 'LOST')
      faults.push(`${verdict} ${spelled}: ${text} -> ${read}`);
  }
}
const seconds = (performance.now() - start) / 1000;
console.log(`${names.length} names that matter, ${tried} misspellings, ${seconds.toFixed(0)} s`);
for (const [verdict, count] of [...counts].toSorted(([, a], [, b]) => b - a)) {
  console.log(`  ${verdict.padEnd(14)}${count} (${((100 * count) / tried).toFixed(3)} %)`);
}
for (const fault of faults.slice(0, SHOWN)) console.log(`  ${fault}`);
if (faults.length > 0) process.exitCode = 1;
