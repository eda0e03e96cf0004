/** Why a row is rejected, in a sentence about its question: nothing of what stands in the row. */
export const REJECT_WORDS: Readonly<Record<string, string>> = {
  'duplicate-field': 'it is answered twice',
  'implausible-value': 'the value cannot be meant: another unit, or a slip',
  'in-the-future': 'the moment is still to come',
  'in-the-past': 'the moment is past',
  'missing-field': 'it, or a part of it, is missing',
  'none-with-others': '`none` stands beside another value',
  'not-a-date': 'it is no date as one is expected, or its hour is missing',
  'unknown-choice': 'it is none of the choices; a mapping translates `values`',
  'unresolved-medicine': 'what the medicine is cannot be found',
  'wrong-type': 'it is of another kind than the question asks for',
};
