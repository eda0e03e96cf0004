import { readFileSync } from 'node:fs';

import { compileVocabulary } from '../../src/medicines/compile/compile-vocabulary.ts';
import { formularyFile } from '../../src/medicines/schema.ts';
import type { Vocabulary } from '../../src/medicines/vocabulary.ts';
import type { Diagnostic, SourceText } from '../../src/source/diagnostic.ts';
import { parseYamlWith } from '../../src/source/parse-with.ts';

/** The words of medicine lines, as they are shipped. */
const LANGUAGE = ['reading.yaml', 'everyday.yaml'].map((file) => ({
  file,
  text: readFileSync(new URL(`../../rules/formulary/${file}`, import.meta.url), 'utf8'),
}));

const CLASSES = {
  file: 'classes.yaml',
  text: `
class_names:
  - {id: anticoagulant, title: blood thinner, why: bleeding}
  - {id: antiplatelet, title: platelet inhibitor, why: bleeding}
  - {id: nsaid, title: pain reliever, why: bleeding}
  - {id: ssri-snri, title: antidepressant, why: bleeding}
  - {id: glp1, title: GLP-1 drug, why: food in the stomach}
  - {id: no-action, title: of no concern}
`,
};

/** A formulary small enough to see through. */
const SMALL = {
  file: 'small.yaml',
  text: `
classes: [no-action]
ingredients:
  - {name: apixaban, classes: [anticoagulant], brands: [Eliquis], rxcui: "1364430"}
  - {name: warfarin, classes: [anticoagulant], brands: [Coumadin], also: [warfarin sodium]}
  - {name: ticagrelor, classes: [antiplatelet], brands: [Brilinta]}
  - {name: vortioxetine, classes: [ssri-snri], brands: [Brintellix]}
  - {name: aspirin, classes: [antiplatelet], also: [ASA], brands: [Ecotrin], over_the_counter: true, counter_mg: 500}
  - {name: diclofenac, classes: [nsaid], brands: [Voltaren], topical: [Voltaren Gel]}
  - {name: ibuprofen, classes: [nsaid], brands: [Advil, Motrin], over_the_counter: true, counter_mg: 200}
  - {name: semaglutide, classes: [glp1], brands: [Ozempic], daily: [Rybelsus], oral: [Rybelsus]}
  - {name: acetaminophen, brands: [Tylenol], also: [paracetamol]}
  - {name: caffeine}
  - {name: codeine}
  - {name: lisinopril}
  - {name: hydrochlorothiazide, also: [HCTZ]}
  - {name: metoprolol, also: [metoprolol succinate], brands: [Toprol XL]}
  - {name: multivitamin, brands: [One A Day]}
combinations:
  - {name: Excedrin Migraine, of: [acetaminophen, aspirin, caffeine]}
  - {name: Excedrin Tension Headache, of: [acetaminophen, caffeine]}
  - {name: "Tylenol #3", of: [acetaminophen, codeine]}
variants:
  - {name: Excedrin, one_of: [Excedrin Migraine, Excedrin Tension Headache], ask: Which Excedrin is it?}
words:
  - {say: [blood thinner, blood thinners], means: [anticoagulant, antiplatelet], ask: Which blood thinner is it?}
  - {say: [NSAIDs], means: [nsaid], ask: Which one is it?}
misspellings:
  - {name: aspirin, say: [asprin]}
lookalikes:
  - [Brilinta, Brintellix]
stems:
  - {ending: xaban, means: [anticoagulant]}
`,
};

/** The small formulary as the files of a folder. */
export const SMALL_FORMULARY: readonly SourceText[] = [...LANGUAGE, CLASSES, SMALL];

/** The formulary of these texts beside the classes and the shipped language. */
export function compileTexts(...texts: readonly string[]): {
  readonly vocabulary: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
} {
  const own = texts.map((text, index) => ({ file: `${index + 1}.yaml`, text }));
  const files = [...LANGUAGE, CLASSES, ...own].map((source) =>
    parseYamlWith(formularyFile, source),
  );
  return compileVocabulary(
    files.map((file) => {
      if (!file.ok) throw new Error(file.diagnostics.map(({ message }) => message).join('\n'));
      return file.value;
    }),
  );
}

export const smallVocabulary = compileTexts(SMALL.text).vocabulary;
