import { join } from 'node:path';

import { folderWith } from './command-line.ts';
import { ruleFiles, type RuleParts } from './small-clinic.ts';
import { SMALL_FORMULARY } from './small-formulary.ts';
import { SITE } from './small-site.ts';

/** A folder with rules, the small formulary and the small site; the options that put them in force. */
export function smallFolder(
  parts: RuleParts,
  site: string = SITE,
): { readonly folder: string; readonly inForce: readonly string[] } {
  const files = [
    ...ruleFiles(parts).map(({ file, text }) => [`rules/${file}`, text]),
    ...SMALL_FORMULARY.map(({ file, text }) => [`rules/formulary/${file}`, text]),
    ['clinic.yaml', site],
  ];
  const folder = folderWith(Object.fromEntries(files) as Record<string, string>);
  return {
    folder,
    inForce: ['--rules', join(folder, 'rules'), '--site', join(folder, 'clinic.yaml')],
  };
}
