import { describe, expect, test } from 'vitest';

import { nameRow, relationRows, releaseOf } from '../../support/small-release.ts';

const [A, B, BRAND, PRODUCT, COMPONENT] = ['1', '2', '10', '20', '30'] as const;
const INGREDIENTS = [nameRow(A, 'IN', 'alphine'), nameRow(B, 'IN', 'betine')];

/** The ingredients of the concept that the first line names. */
function ingredientsOf(
  names: readonly string[],
  relations: readonly string[],
): readonly string[] | undefined {
  const release = releaseOf([...names, ...INGREDIENTS], relations);
  const rxcui = names[0]?.split('|')[0] ?? A;
  const concept = release.concepts().find((each) => each.rxcui === rxcui);
  const found = concept && release.ingredientsOf(concept);
  return found && [...found].toSorted();
}

describe('the ingredients', () => {
  test('of an ingredient are itself', () => {
    expect(ingredientsOf([], [])).toEqual([A]);
  });

  test.each([
    ['a brand', 'BN', 'Alphamax', relationRows(BRAND, 'tradename_of', A)],
    ['a salt', 'PIN', 'alphine tartrate', relationRows(BRAND, 'form_of', A)],
    ['a combination', 'MIN', 'alphine', relationRows(BRAND, 'has_part', A)],
  ])('of %s are what it is of', (_, type, name, relations) => {
    expect(ingredientsOf([nameRow(BRAND, type, name)], relations)).toEqual([A]);
  });

  test('are read from the second of a row to the first, never back', () => {
    const [, row = ''] = relationRows(A, 'tradename_of', BRAND);
    expect(ingredientsOf([nameRow(BRAND, 'BN', 'Alphamax')], [row])).toBeUndefined();
  });

  test('of a product are those of its components', () => {
    const relations = [
      ...relationRows(PRODUCT, 'consists_of', COMPONENT),
      ...relationRows(PRODUCT, 'consists_of', '31'),
      ...relationRows(COMPONENT, 'has_ingredient', A),
      ...relationRows('31', 'has_ingredient', B),
    ];
    const name = nameRow(PRODUCT, 'SCD', 'alphine 1 MG / betine 2 MG Oral Tablet');
    expect(ingredientsOf([name], relations)).toEqual([A, B]);
  });

  test('of a product under a brand name are those of what it is the trade name of, not all of the brand', () => {
    const relations = [
      ...relationRows(BRAND, 'tradename_of', A),
      ...relationRows(BRAND, 'tradename_of', B),
      ...relationRows('40', 'has_ingredient', BRAND),
      ...relationRows('40', 'tradename_of', PRODUCT),
      ...relationRows(PRODUCT, 'has_ingredients', '50'),
      ...relationRows('50', 'has_part', A),
    ];
    const names = [nameRow('40', 'SBD', 'alphine 1 MG Tablet [Duo]'), nameRow(BRAND, 'BN', 'Duo')];
    expect(ingredientsOf(names, relations)).toEqual([A]);
  });

  test('of a brand are also those that only its products tell', () => {
    const relations = [
      ...relationRows(BRAND, 'tradename_of', A),
      ...relationRows('40', 'has_ingredient', BRAND),
      ...relationRows('40', 'tradename_of', PRODUCT),
      ...relationRows(PRODUCT, 'has_ingredient', B),
    ];
    const names = [nameRow(BRAND, 'BN', 'Duo'), nameRow('40', 'SBD', 'betine 2 MG Tablet [Duo]')];
    expect(ingredientsOf(names, relations)).toEqual([A, B]);
  });
});

describe('a name of which not every ingredient is told has none', () => {
  test.each([
    ['no relation', 'BN', 'Alphamax', []],
    ['one that has no name', 'BN', 'Alphamax', relationRows(BRAND, 'tradename_of', '99')],
    [
      'one known and one unknown',
      'BN',
      'Alphamax',
      [...relationRows(BRAND, 'tradename_of', A), ...relationRows(BRAND, 'tradename_of', '99')],
    ],
    ['fewer than its name gives', 'MIN', 'alphine / betine', relationRows(BRAND, 'has_part', A)],
    ['a circle', 'BN', 'Alphamax', relationRows(BRAND, 'tradename_of', BRAND)],
    [
      'a relation of another source',
      'BN',
      'Alphamax',
      relationRows(BRAND, 'tradename_of', A, { SAB: 'SNOMEDCT_US' }),
    ],
    [
      'a relation that is suppressed',
      'BN',
      'Alphamax',
      relationRows(BRAND, 'tradename_of', A, { SUPPRESS: 'O' }),
    ],
    [
      'a relation between names rather than concepts',
      'BN',
      'Alphamax',
      relationRows(BRAND, 'tradename_of', A, { RXCUI1: '', RXCUI2: '' }),
    ],
  ])('%s', (_, type, name, relations) => {
    expect(ingredientsOf([nameRow(BRAND, type, name)], relations)).toBeUndefined();
  });
});

describe('a row of names', () => {
  const concepts = (...rows: string[]) => releaseOf(rows, []).concepts();

  test.each([
    ['suppressed', { SUPPRESS: 'O' }],
    ['suppressed by an editor', { SUPPRESS: 'E' }],
    ['not English', { LAT: 'SPA' }],
    ['of another source', { SAB: 'MTHSPL' }],
  ])('that is %s is passed over', (_, given) => {
    expect(concepts(nameRow(A, 'IN', 'alphine', given))).toEqual([]);
  });

  test('of another kind, such as a form or a pack, is passed over', () => {
    expect(concepts(nameRow(A, 'DF', 'Tablet'), nameRow(B, 'GPCK', '{1 (x) } Pack'))).toEqual([]);
  });

  test('that is a synonym belongs to its concept, wherever it stands', () => {
    expect(concepts(nameRow(A, 'SY', 'alphinum'), nameRow(A, 'IN', 'alphine'))).toEqual([
      {
        rxcui: A,
        type: 'IN',
        names: [
          { spelled: 'alphinum', isSynonym: true },
          { spelled: 'alphine', isSynonym: false },
        ],
      },
    ]);
    expect(concepts(nameRow(A, 'SY', 'alphinum'))).toEqual([]);
  });
});
