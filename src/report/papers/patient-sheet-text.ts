import { wrap } from '../wrap.ts';
import type { PatientSheet } from './patient-sheet.ts';
import { field, hanging, item, PAPER_WIDTH, section } from './plain-layout.ts';

const COLUMN = 16;
const BOX = '[ ] ';

/** The sheet as plain text of 72 columns. */
export function patientSheetText(sheet: PatientSheet): string {
  const { title, facts, warning, isEmergency, status, stepsTitle, steps, groups, foot } = sheet;
  const whom = facts.flatMap(({ name, text }) => field(name, text.text, COLUMN));
  const state = status.flatMap(({ text }, index) => [
    ...(index === 0 ? [] : ['']),
    ...hanging('', text),
  ]);
  const lines = [
    title.toUpperCase(),
    '',
    ...(warning === '' ? [] : [...framed(warning), '']),
    ...(isEmergency ? [...state, '', ...whom] : [...whom, '', ...state]),
    ...section(
      stepsTitle,
      steps.flatMap(({ when, what, isProcedure }) => [
        '',
        ...hanging(isProcedure ? '    ' : BOX, when),
        ...hanging('    ', what.text),
      ]),
    ),
    ...groups.flatMap(({ title: name, items }) =>
      section(
        name,
        items.flatMap(({ text }) => item(text)),
      ),
    ),
    '',
    ...hanging('', foot),
  ];
  return `${lines.join('\n')}\n`;
}

function framed(text: string): string[] {
  const bar = '*'.repeat(PAPER_WIDTH);
  return [bar, ...wrap(text, PAPER_WIDTH - 4).map((line) => `* ${line}`), bar];
}
