import type { Imported } from '../medicines/imported/import-release.ts';
import type { Conflict } from '../medicines/imported/import-table.ts';
import { REASONS } from '../medicines/imported/vetting.ts';
import type { Palette } from './palette.ts';
import { labelled } from './wrap.ts';

const COLUMN = 14;

const WORDS: Readonly<Record<Conflict['reason'], string>> = {
  ...REASONS,
  formulas: 'has products that differ in what matters',
  ambiguous: 'stands for two medicines in the release',
};

/** What an import took over and what it left out, and why. */
export function importText(
  { file, known, conflicts, incomplete }: Imported,
  out: string,
  palette: Palette,
): string {
  const { names, products, ingredients } = file;
  return [
    palette.heading(out),
    ...labelled(
      'imported',
      `${names.length} names and ${products.length} products of ${ingredients.length} ingredients`,
      COLUMN,
    ),
    ...labelled('known', `${known} are read already`, COLUMN),
    ...labelled(
      'incomplete',
      `${incomplete.length} of which the release does not tell every ingredient`,
      COLUMN,
    ),
    ...labelled(
      'conflicts',
      `${conflicts.length} left out${conflicts.length > 0 ? ':' : ''}`,
      COLUMN,
    ),
    ...conflicts.map(conflictLine),
    '',
    `List it under \`vocabulary:\` in clinic.yaml, by its path from there.`,
  ].join('\n');
}

/** On one line, however long, so that it can be searched for. */
function conflictLine({ name, rxcui, reason, against, ingredient }: Conflict): string {
  const what = ingredient === undefined ? '' : `its ingredient ${ingredient} `;
  const whom = against === undefined || against === name ? '' : `: ${against}`;
  return `  - ${name} (${rxcui}): ${what}${WORDS[reason]}${whom}`;
}
