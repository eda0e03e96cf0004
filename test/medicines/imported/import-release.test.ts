import { describe, expect, test } from 'vitest';

import { importRelease } from '../../../src/medicines/imported/import-release.ts';
import { toolsOf } from '../../../src/medicines/recogniser.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';
import { nameRow, relationRows, releaseOf, smallImport } from '../../support/small-release.ts';

const { file, known, conflicts, incomplete } = smallImport(smallVocabulary);

/** The names of each list with what they stand for. */
function named(list: 'names' | 'products', of = file): string[] {
  return of[list].map(
    ([spelled, kind, parts]) =>
      `${spelled}, ${kind}: ${parts.map((part) => of.ingredients[part]?.name).join(' + ')}`,
  );
}

describe('an import', () => {
  test('takes over what our vocabulary does not have, each name with its ingredients', () => {
    expect(named('names')).toEqual([
      'Apivanta, brand: apixaban',
      'Duozor, brand: roflumilast + tazarotene',
      'roflumilast, generic: roflumilast',
      'roflumilast monohydrate, generic: roflumilast',
      'roflumilast / tazarotene, generic: roflumilast + tazarotene',
      'tazarotene, generic: tazarotene',
      'Zoryve, brand: roflumilast',
      'Zoryve Foamy, synonym: roflumilast',
    ]);
  });

  test('keeps full descriptions of products apart', () => {
    expect(named('products')).toEqual([
      'roflumilast 0.003 MG/MG Topical Cream, generic: roflumilast',
      'roflumilast 0.003 MG/MG Topical Cream [Zoryve], brand: roflumilast',
      'roflumilast 0.3 % Topical Cream, synonym: roflumilast',
    ]);
  });

  test('counts what our vocabulary has', () => {
    expect(known).toBe(3);
  });

  test('lists what means something else here or comes too near, and leaves it out', () => {
    expect(conflicts).toEqual([
      { name: 'Elikuis', rxcui: '9105', reason: 'look-alike', against: 'Eliquis' },
      { name: 'Excedrin', rxcui: '9107', reason: 'question', against: 'Excedrin' },
      {
        name: 'Letaxo',
        rxcui: '9103',
        reason: 'ending',
        against: '-xaban',
        ingredient: 'letaxaban',
      },
      { name: 'Motrin', rxcui: '9106', reason: 'other-medicine', against: 'Motrin' },
      { name: 'letaxaban', rxcui: '9003', reason: 'ending', against: '-xaban' },
    ]);
  });

  test('lists the names of which the release does not tell every ingredient', () => {
    expect(incomplete).toEqual([{ name: 'Lostia', rxcui: '9108' }]);
  });

  test('does not depend on the order of the rows', () => {
    const rows = [
      nameRow('1', 'IN', 'alphine'),
      nameRow('2', 'BN', 'Betamax'),
      nameRow('2', 'SY', 'Beta'),
    ];
    const relations = relationRows('2', 'tradename_of', '1');
    const imported = (names: readonly string[]) =>
      importRelease(releaseOf(names, relations), toolsOf(smallVocabulary), {});
    expect(imported(rows.toReversed())).toEqual(imported(rows));
  });
});

describe('an ingredient', () => {
  const imported = (...names: string[]) =>
    importRelease(
      releaseOf(
        [...names, nameRow('10', 'BN', 'Zoryve')],
        relationRows('10', 'tradename_of', names[0]?.split('|')[0] ?? ''),
      ),
      toolsOf(smallVocabulary),
      {},
    );

  test.each([
    ['by its name', nameRow('1', 'IN', 'apixaban'), { name: 'apixaban', rxcui: '1' }],
    ['by a synonym', nameRow('1', 'IN', 'ASA'), { name: 'ASA', rxcui: '1', ours: ['aspirin'] }],
    [
      'by its code',
      nameRow('1364430', 'IN', 'apixabanum'),
      { name: 'apixabanum', rxcui: '1364430', ours: ['apixaban'] },
    ],
    [
      'by every word of its name',
      nameRow('1', 'IN', 'warfarin sodium 5 MG'),
      { name: 'warfarin sodium 5 MG', rxcui: '1', ours: ['warfarin'] },
    ],
  ])('that is ours is known as that %s', (_, row, ingredient) => {
    expect(imported(row).file.ingredients).toEqual([ingredient]);
  });

  test('that only begins like ours keeps out its brands', () => {
    expect(imported(nameRow('1', 'IN', 'warfarin, porcine')).conflicts).toContainEqual({
      name: 'Zoryve',
      rxcui: '10',
      reason: 'holds-name',
      against: 'warfarin',
      ingredient: 'warfarin, porcine',
    });
  });
});

describe('a name that does not tell what is in it is left out', () => {
  test('when it stands for two medicines', () => {
    const names = [
      nameRow('1', 'IN', 'alphine'),
      nameRow('2', 'IN', 'betine'),
      nameRow('10', 'BN', 'Zoryve'),
      nameRow('11', 'BN', 'ZOR-YVE'),
    ];
    const relations = [
      ...relationRows('10', 'tradename_of', '1'),
      ...relationRows('11', 'tradename_of', '2'),
    ];
    const { conflicts: found, file: made } = importRelease(
      releaseOf(names, relations),
      toolsOf(smallVocabulary),
      {},
    );
    expect(found).toEqual([
      { name: 'ZOR-YVE', rxcui: '11', reason: 'ambiguous', against: 'Zoryve' },
      { name: 'Zoryve', rxcui: '10', reason: 'ambiguous', against: 'Zoryve' },
    ]);
    expect(named('names', made)).toEqual(['alphine, generic: alphine', 'betine, generic: betine']);
  });

  test('when its products differ in what matters', () => {
    const names = [
      nameRow('1', 'IN', 'alphine'),
      nameRow('2', 'IN', 'aspirin'),
      nameRow('10', 'BN', 'Zoryve'),
      nameRow('21', 'SBD', 'alphine 1 MG Oral Tablet [Zoryve]'),
      nameRow('22', 'SBD', 'aspirin 1 MG Chewable Tablet [Zoryve]'),
    ];
    const relations = [
      ...relationRows('10', 'tradename_of', '1'),
      ...relationRows('10', 'tradename_of', '2'),
      ...relationRows('21', 'has_ingredient', '10'),
      ...relationRows('22', 'has_ingredient', '10'),
      ...relationRows('21', 'tradename_of', '31'),
      ...relationRows('22', 'tradename_of', '32'),
      ...relationRows('31', 'has_ingredient', '1'),
      ...relationRows('32', 'has_ingredient', '2'),
    ];
    const imported = importRelease(releaseOf(names, relations), toolsOf(smallVocabulary), {});
    expect(imported.conflicts).toContainEqual({ name: 'Zoryve', rxcui: '10', reason: 'formulas' });
    expect(named('products', imported.file)).toEqual([
      'alphine 1 MG Oral Tablet [Zoryve], brand: alphine',
      'aspirin 1 MG Chewable Tablet [Zoryve], brand: aspirin',
    ]);
  });
});
