/** Prints how the labelled sets are recognised; exits 1 when anything is read as what it is not, or is lost. */
import type { Recognition } from '../src/medicines/recognition.ts';
import { Recogniser } from '../src/medicines/recogniser.ts';
import { labelled } from '../test/support/labelled.ts';
import { shippedVocabulary } from '../test/support/shipped.ts';

const recogniser = new Recogniser(shippedVocabulary);
const recognise = (text: string): Recognition => recogniser.recognise(text);
const HARMLESS = new Set(['no-action', 'supplement-other']);

/** Counts outcomes and prints them as shares; those in capitals must not be. */
function report(title: string, outcomes: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const shares = [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([outcome, count]) =>
        `${outcome} ${count} (${((100 * count) / outcomes.length).toFixed(2)} %)`,
    );
  if (outcomes.some((outcome) => outcome === outcome.toUpperCase())) process.exitCode = 1;
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
