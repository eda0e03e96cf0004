import { describe, expect, test } from 'vitest';

import { loadRules } from '../../src/rules/load.ts';
import type { SourceText } from '../../src/source/diagnostic.ts';
import { places } from '../support/places.ts';
import { HEADER } from '../support/small-rules.ts';

const MEDICINES: SourceText = {
  file: 'site/formulary/plain.yaml',
  text: 'class_names: [{id: calm, title: Calming}]\ningredients: [{name: calmol, classes: [calm], brands: [Calmex]}]\n',
};

function faults(...sources: SourceText[]): string[] {
  const loaded = loadRules(sources);
  return loaded.ok ? [] : places(loaded.diagnostics);
}

describe('a rules folder', () => {
  test('has its medicines in the folder formulary', () => {
    const loaded = loadRules([HEADER, MEDICINES]);
    expect(loaded.ok && loaded.value.vocabulary.ingredients).toMatchObject([
      { name: 'calmol', classes: ['calm'] },
    ]);
  });

  test('may be written with the slashes of Windows', () => {
    expect(faults(HEADER, { ...MEDICINES, file: String.raw`site\formulary\plain.yaml` })).toEqual(
      [],
    );
  });

  test('may hold the site file, which is no rule file', () => {
    expect(faults(HEADER, { file: 'site/clinic.yaml', text: 'name: A clinic\n' })).toEqual([]);
  });

  test('has its faults told together, by file and place', () => {
    const rules = { file: 'site/b.yaml', text: 'rulez: []\n' };
    const medicines = { ...MEDICINES, text: `${MEDICINES.text}brands: []\n` };
    expect(faults(HEADER, medicines, rules)).toEqual([
      'site/b.yaml:1:1 unknown-key',
      'site/formulary/plain.yaml:3:1 unknown-key',
    ]);
  });
});
