import { expect, test } from 'vitest';

import { namesFileText, readNamesFile } from '../../../src/medicines/imported/names-file.ts';
import { places } from '../../support/places.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';
import { smallImport } from '../../support/small-release.ts';

const { file } = smallImport(smallVocabulary);
const TEXT = namesFileText(file);

test('what was written is read', () => {
  expect(readNamesFile({ file: 'names.json', text: TEXT })).toEqual({ ok: true, value: file });
  const empty = { ...file, ingredients: [], names: [], products: [] };
  const text = namesFileText(empty);
  expect(readNamesFile({ file: 'names.json', text })).toEqual({ ok: true, value: empty });
});

test('each name has a line of its own', () => {
  expect(TEXT.split('\n').filter((line) => line.startsWith('["'))).toHaveLength(
    file.names.length + file.products.length,
  );
});

test.each([
  ['cut off', (text: string) => text.slice(0, 300), /^names\.json:\d+:\d+ invalid-json$/],
  ['empty', () => '', /^names\.json:1:1 invalid-json$/],
  ['something else', () => '[]', /^names\.json:1:1 invalid-names$/],
  [
    'of another version',
    (text: string) => text.replace('names/1', 'names/2'),
    /^names\.json:2:11 invalid-names$/,
  ],
  [
    'without its products',
    (text: string) => text.replace('"products"', '"prodcuts"'),
    /^names\.json:1:1 invalid-names$/,
  ],
  [
    'an ingredient without code',
    (text: string) => text.replace('"rxcui"', '"code"'),
    /^names\.json:5:1 invalid-names$/,
  ],
  [
    'a name of an unknown kind',
    (text: string) => text.replace('"brand"', '"trade"'),
    /^names\.json:10:1 invalid-names$/,
  ],
  [
    'a name without ingredients',
    (text: string) => text.replace('"brand",[0]', '"brand",[]'),
    /^names\.json:10:1 invalid-names$/,
  ],
  [
    'an ingredient that there is not',
    (text: string) => text.replace('"brand",[0]', '"brand",[9]'),
    /^names\.json:10:1 invalid-names$/,
  ],
  [
    'names out of order',
    (text: string) => text.replace('"Apivanta"', '"Epivanta"'),
    /^names\.json:11:1 invalid-names$/,
  ],
  [
    'a name twice',
    (text: string) => text.replace('"Duozor"', '"API-VANTA"'),
    /^names\.json:11:1 invalid-names$/,
  ],
])('a file with a fault is told at its place: %s', (_, change, place) => {
  const read = readNamesFile({ file: 'names.json', text: change(TEXT) });
  const found = read.ok ? [] : places(read.diagnostics);
  expect(found).toEqual([expect.stringMatching(place)]);
});
