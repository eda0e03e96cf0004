/** Prints how many medicine lines are recognised in a second, whether memory stays flat, and the same of fuse.js. */
import { readFileSync } from 'node:fs';

import Fuse from 'fuse.js';

import { Recogniser } from '../src/medicines/recogniser.ts';
import type { Vocabulary } from '../src/medicines/vocabulary.ts';

const LINES = 1_000_000;
const ROUNDS = 10;
const FUZZY_LINES = 200;
const SIGS = [
  '',
  ' 10 mg daily',
  ' 5MG TAB PO BID',
  ' prn',
  ' 1 tab qhs (last 11/19)',
  ' - stopped 2 wks ago',
];

const vocabulary = JSON.parse(
  readFileSync(new URL('../../dist/vocabulary.json', import.meta.url), 'utf8'),
) as Vocabulary;
const { spelled } = vocabulary.names;

/** Always the same numbers in the same order, each below the limit. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A line of an export: any name, any way to take it; one in `slips` has a letter left out. */
function lineMaker(seed: number, slips: number): () => string {
  const next = numbers(seed);
  return () => {
    const name = spelled[next(spelled.length)] ?? '';
    const at = next(Math.max(1, name.length));
    const slipped = next(slips) === 0 ? name.slice(0, at) + name.slice(at + 1) : name;
    return slipped + (SIGS[next(SIGS.length)] ?? '');
  };
}

function perSecond(count: number, run: () => void): number {
  const start = performance.now();
  run();
  return (count * 1000) / (performance.now() - start);
}

function written(rate: number): string {
  return `${rate.toLocaleString('en', { maximumFractionDigits: rate < 100 ? 1 : 0 })} a second`;
}

function heapMegabytes(): string {
  return (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0);
}

const recogniser = new Recogniser(vocabulary);
console.log(`${spelled.length.toLocaleString('en')} names`);
const distinct = lineMaker(1, 50);
const pool = Array.from({ length: 5000 }, lineMaker(2, 50));
const pick = numbers(3);
for (let round = 1; round <= ROUNDS; round += 1) {
  const count = LINES / ROUNDS;
  const rate = perSecond(count, () => {
    for (let line = 0; line < count; line += 1) {
      recogniser.recognise(line % 4 === 0 ? distinct() : (pool[pick(pool.length)] ?? ''));
    }
  });
  console.log(`lines ${round * count}: ${written(rate)}, heap ${heapMegabytes()} MB`);
}
const fresh = lineMaker(4, 50);
const unseen = perSecond(20_000, () => {
  for (let line = 0; line < 20_000; line += 1) recogniser.recognise(fresh());
});
console.log(`never seen before: ${written(unseen)}`);
const misspelt = lineMaker(5, 1);
const unread = perSecond(2000, () => {
  for (let line = 0; line < 2000; line += 1) recogniser.recognise(misspelt());
});
console.log(`never seen, each misspelt: ${written(unread)}`);

const fuse = new Fuse(spelled);
const fuzzy = lineMaker(4, 50);
const searched = perSecond(FUZZY_LINES, () => {
  for (let line = 0; line < FUZZY_LINES; line += 1) fuse.search(fuzzy(), { limit: 1 });
});
console.log(
  `fuse.js on the same names and lines: ${written(searched)}; ` +
    `recognition, never seen before, is ${Math.round(unseen / searched)} times as fast`,
);
