/** What may be asked of a medicine, in the order in which it is. */
export const TOLD_FIELDS = [
  'regimen',
  'still_taking',
  'last_taken',
  'taken_for',
  'prescriber_agrees',
] as const;

export type ToldField = (typeof TOLD_FIELDS)[number];

export function isToldField(name: string): name is ToldField {
  return (TOLD_FIELDS as readonly string[]).includes(name);
}
