/**
 * Prints what becomes of names that matter when the formulary does not know them: each ingredient that a rule concerns
 * is taken out in turn, and its names are read without it. The figure to keep low is how many pass for a medicine that
 * no rule concerns. An argument n tries only every n-th ingredient.
 */
import { Lexicon } from '../src/medicines/lexicon.ts';
import { Recogniser } from '../src/medicines/recogniser.ts';
import type { Vocabulary } from '../src/medicines/vocabulary.ts';
import { shippedVocabulary } from '../test/support/shipped.ts';

const step = Number(process.argv[2] ?? 1);
const lexicon = new Lexicon(shippedVocabulary);
const entries = shippedVocabulary.names.keys.map((_, index) => lexicon.entry(index));
const ingredients = [
  ...new Set(entries.flatMap((each) => (each.isOfConcern ? (each.product?.of ?? []) : []))),
].filter((_, index) => index % step === 0);

/** The vocabulary as if these names were never heard of. */
function without(names: ReadonlySet<number>): Vocabulary {
  const left = <Each>(all: readonly Each[]): Each[] => all.filter((_, index) => !names.has(index));
  const { keys, spelled, kinds, meanings } = shippedVocabulary.names;
  const moved = new Map(left([...keys.keys()]).map((old, index) => [old, index]));
  const renumbered = (all: readonly number[]): number[] =>
    all.flatMap((old) => moved.get(old) ?? []);
  return {
    ...shippedVocabulary,
    names: {
      keys: left(keys),
      spelled: left(spelled),
      kinds: left(kinds),
      meanings: left(meanings),
    },
    lookalikes: shippedVocabulary.lookalikes.map(renumbered),
    presentations: shippedVocabulary.presentations.map((each) => ({
      ...each,
      of: renumbered(each.of),
    })),
  };
}

const counts = {
  'not recognised': 0,
  'read as one that matters': 0,
  'PASSES FOR A HARMLESS ONE': 0,
};
const passed: string[] = [];
for (const ingredient of ingredients) {
  const own = entries.filter(({ product }) => product?.of.includes(ingredient));
  const recogniser = new Recogniser(without(new Set(own.map(({ index }) => index))));
  for (const { spelled, product, isOfConcern } of own) {
    if (!isOfConcern || product?.of.length !== 1) continue;
    const { match, name, classes } = recogniser.recognise(spelled);
    const matters = lexicon.why(classes) !== undefined;
    if (match === 'none') counts['not recognised'] += 1;
    else if (matters) counts['read as one that matters'] += 1;
    else {
      counts['PASSES FOR A HARMLESS ONE'] += 1;
      passed.push(`${spelled} -> ${name}`);
    }
  }
}
const tried = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(`${ingredients.length} ingredients, ${tried} names`);
for (const [outcome, count] of Object.entries(counts))
  console.log(`  ${outcome}: ${count} (${((100 * count) / tried).toFixed(2)} %)`);
for (const each of passed) console.log(`    ${each}`);
