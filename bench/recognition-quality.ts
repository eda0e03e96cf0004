/**
 * Prints how the labelled sets are recognised, and what becomes of every critical name with one letter wrong.
 * An argument n tries only every n-th name of the latter.
 */
import { foldName } from '../src/medicines/fold.ts';
import type { Recognition } from '../src/medicines/recognition.ts';
import { Recogniser } from '../src/medicines/recogniser.ts';
import { labelled } from '../test/support/labelled.ts';
import { shippedVocabulary } from '../test/support/shipped.ts';
import { singleEdits } from '../test/support/single-edits.ts';

const recogniser = new Recogniser(shippedVocabulary);
const recognise = (text: string): Recognition => recogniser.recognise(text);
const HARMLESS = new Set(['no-action', 'supplement-other']);

/** Counts outcomes and prints them as shares. */
function report(title: string, outcomes: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const shares = [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([outcome, count]) =>
        `${outcome} ${count} (${((100 * count) / outcomes.length).toFixed(2)} %)`,
    );
  console.log(`${title}: ${outcomes.length} · ${shares.join(' · ')}`);
}

report(
  'critical names',
  Object.entries(labelled.critical).flatMap(([id, names]) =>
    names.map((name) => {
      const { match, classes } = recognise(name);
      if (match === 'none') return 'asked about';
      return classes.includes(id) ? 'right class' : 'WRONG CLASS';
    }),
  ),
);
report(
  'common names',
  labelled.common.map((name) => {
    const { match, classes } = recognise(name);
    if (match === 'none') return 'asked about';
    return classes.every((id) => HARMLESS.has(id)) ? 'no action' : 'WRONG CLASS';
  }),
);
report(
  'look-alikes',
  Object.entries(labelled.traps).map(([name, ingredient]) => {
    const { match, ingredients } = recognise(name);
    if (match === 'none') return 'asked about';
    return ingredients.some((each) => each.name === ingredient) ? 'right' : 'WRONG';
  }),
);
report(
  'misspellings',
  Object.entries(labelled.misspellings).flatMap(([name, written]) =>
    written.map((text) => {
      const { match, generic, suggestions } = recognise(text);
      if (match !== 'none') return generic?.includes(name) ? 'right' : 'WRONG';
      return suggestions.some((each) => recognise(each).generic?.includes(name))
        ? 'offered'
        : 'LOST';
    }),
  ),
);
report(
  'no medicines',
  labelled.notMedicines.map((text) =>
    recogniser.read(text).every(({ match }) => match === 'none') ? 'not recognised' : 'RECOGNISED',
  ),
);

const step = Number(process.argv[2] ?? 1);
const keys = new Set(shippedVocabulary.names.keys);
const names = Object.values(labelled.critical)
  .flat()
  .filter((_, index) => index % step === 0);
report(
  'critical names with one letter wrong',
  names.flatMap((name) => {
    const { generic } = recognise(name);
    return singleEdits(name).map((text) => {
      const { match, suggestions, generic: read } = recognise(text);
      if (keys.has(foldName(text))) return read === generic ? 'right' : 'another name';
      if (match !== 'none') return read === generic ? 'right' : 'WRONG';
      return suggestions.some((each) => recognise(each).generic === generic) ? 'offered' : 'LOST';
    });
  }),
);
