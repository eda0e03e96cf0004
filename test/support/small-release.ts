import { type Imported, importRelease } from '../../src/medicines/imported/import-release.ts';
import { Release } from '../../src/medicines/imported/release.ts';
import { CONSO, fieldsOf, REL } from '../../src/medicines/imported/rrf.ts';
import { toolsOf } from '../../src/medicines/recogniser.ts';
import type { Vocabulary } from '../../src/medicines/vocabulary.ts';

type Given<Column extends string> = Partial<Readonly<Record<Column, string>>>;

/** A line of RXNCONSO.RRF as NLM writes it: code, term type and name, the other fields as given. */
export function nameRow(
  rxcui: string,
  type: string,
  spelled: string,
  given: Given<(typeof CONSO)[number]> = {},
): string {
  const row: Given<(typeof CONSO)[number]> = {
    RXCUI: rxcui,
    LAT: 'ENG',
    RXAUI: `9${rxcui}`,
    SAUI: `9${rxcui}`,
    SCUI: rxcui,
    SAB: 'RXNORM',
    TTY: type,
    CODE: rxcui,
    STR: spelled,
    SUPPRESS: 'N',
    CVF: '4096',
    ...given,
  };
  return `${CONSO.map((column) => row[column] ?? '').join('|')}|`;
}

/** Both lines of RXNREL.RRF for "second relation first", the other way round first, as in NLM's file. */
export function relationRows(
  second: string,
  relation: string,
  first: string,
  given: Given<(typeof REL)[number]> = {},
): string[] {
  const inverse = INVERSES[relation] ?? '';
  const line = (one: string, other: string, rela: string): string => {
    const row: Given<(typeof REL)[number]> = {
      RXCUI1: one,
      STYPE1: 'CUI',
      REL: 'RO',
      RXCUI2: other,
      STYPE2: 'CUI',
      RELA: rela,
      RUI: `1${one}${other}`,
      SAB: 'RXNORM',
      CVF: '4096',
      ...given,
    };
    return `${REL.map((column) => row[column] ?? '').join('|')}|`;
  };
  return [line(second, first, inverse), line(first, second, relation)];
}

const INVERSES: Readonly<Record<string, string>> = {
  tradename_of: 'has_tradename',
  has_ingredient: 'ingredient_of',
  has_ingredients: 'ingredients_of',
  has_part: 'part_of',
  form_of: 'has_form',
  consists_of: 'constitutes',
};

/**
 * A release beside the small formulary: what that has already, a new brand of it, what it has never heard of, and
 * names that mean something else there or come too near.
 */
export const SMALL_NAMES: readonly string[] = [
  nameRow('1364430', 'IN', 'apixaban'),
  nameRow('161', 'IN', 'acetaminophen'),
  nameRow('9001', 'IN', 'roflumilast'),
  nameRow('9002', 'IN', 'tazarotene'),
  nameRow('9003', 'IN', 'letaxaban'),
  nameRow('1364435', 'BN', 'Eliquis'),
  nameRow('9101', 'BN', 'Apivanta'),
  nameRow('9102', 'BN', 'Zoryve'),
  nameRow('9103', 'BN', 'Letaxo'),
  nameRow('9104', 'BN', 'Duozor'),
  nameRow('9105', 'BN', 'Elikuis'),
  nameRow('9106', 'BN', 'Motrin'),
  nameRow('9107', 'BN', 'Excedrin'),
  nameRow('9108', 'BN', 'Lostia'),
  nameRow('9201', 'PIN', 'roflumilast monohydrate'),
  nameRow('9301', 'MIN', 'roflumilast / tazarotene'),
  nameRow('9401', 'SCD', 'roflumilast 0.003 MG/MG Topical Cream'),
  nameRow('9401', 'SY', 'roflumilast 0.3 % Topical Cream'),
  nameRow('9501', 'SBD', 'roflumilast 0.003 MG/MG Topical Cream [Zoryve]'),
  nameRow('9102', 'SY', 'Zoryve Foamy'),
  nameRow('9901', 'BN', 'Oldbrand', { SUPPRESS: 'O' }),
  nameRow('9902', 'BN', 'Zoryva', { SAB: 'MTHSPL' }),
  nameRow('9903', 'BN', 'Zorivé', { LAT: 'FRE' }),
  nameRow('9904', 'DF', 'Topical Cream'),
];

export const SMALL_RELATIONS: readonly string[] = [
  ...relationRows('1364435', 'tradename_of', '1364430'),
  ...relationRows('9101', 'tradename_of', '1364430'),
  ...relationRows('9102', 'tradename_of', '9001'),
  ...relationRows('9103', 'tradename_of', '9003'),
  ...relationRows('9104', 'tradename_of', '9001'),
  ...relationRows('9104', 'tradename_of', '9002'),
  ...relationRows('9105', 'tradename_of', '9001'),
  ...relationRows('9106', 'tradename_of', '161'),
  ...relationRows('9107', 'tradename_of', '161'),
  ...relationRows('9201', 'form_of', '9001'),
  ...relationRows('9301', 'has_part', '9001'),
  ...relationRows('9301', 'has_part', '9002'),
  ...relationRows('9401', 'consists_of', '9402'),
  ...relationRows('9402', 'has_ingredient', '9001'),
  ...relationRows('9501', 'tradename_of', '9401'),
  ...relationRows('9501', 'has_ingredient', '9102'),
];

/** A release of these lines. */
export function releaseOf(names: readonly string[], relations: readonly string[]): Release {
  const release = new Release();
  for (const line of names) release.addName(taken(line, CONSO));
  for (const line of relations) release.addRelation(taken(line, REL));
  return release;
}

function taken(line: string, columns: readonly string[]): readonly string[] {
  const fields = fieldsOf(line, columns);
  if (typeof fields === 'number') throw new Error(`${fields} fields: ${line}`);
  return fields;
}

/** What the release becomes beside the vocabulary. */
export function smallImport(vocabulary: Vocabulary): Imported {
  return importRelease(releaseOf(SMALL_NAMES, SMALL_RELATIONS), toolsOf(vocabulary), {});
}
