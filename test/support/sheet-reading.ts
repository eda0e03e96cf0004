import type { PatientSheet } from '../../src/report/papers/patient-sheet.ts';
import type { PaperSource } from '../../src/report/papers/paper-source.ts';

/** The sentences of a sheet without what is no reading matter: the names of medicines, and dates. */
export function sheetReading({ status, steps, groups }: PatientSheet, source: PaperSource): string {
  const names = source.result.instructions.flatMap(({ values = {} }) => values['medicine'] ?? []);
  const told = [
    ...status,
    ...steps.filter(({ isProcedure }) => !isProcedure).map(({ what }) => what),
    ...groups.flatMap(({ items }) => items),
  ].map(({ text }) => text);
  const whole = names.reduce((text, name) => text.replaceAll(name, 'it'), told.join(' '));
  return whole.replaceAll(
    /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d+, \d+:\d+ [ap]m/g,
    'then',
  );
}
