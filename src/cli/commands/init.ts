import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { EXIT, type ExitCode } from '../exit-code.ts';
import { readText, reasonOf } from '../files.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** Makes a site folder: the clinic's file and a copy of the rules. What is already there is never written over. */
export function init(folder: string, terminal: Terminal): ExitCode {
  const site = join(folder, 'clinic.yaml');
  const rules = join(folder, 'rules');
  for (const path of [site, rules]) {
    if (existsSync(path)) throw new Trouble(`${path} is already there; choose another folder`);
  }
  const shipped = join(terminal.home, 'rules');
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    const { text } = readText(join(shipped, 'clinic.yaml'));
    writeFileSync(site, text.replace('$schema=./schema.json', '$schema=./rules/schema.json'));
    cpSync(shipped, rules, { recursive: true, filter: (path) => !path.endsWith('clinic.yaml') });
  } catch (error) {
    throw new Trouble(`${folder}: ${reasonOf(error)}`);
  }
  print(
    terminal,
    `Made ${site} and ${rules}.\n\nCheck what you change:  prescreen rules lint --rules ${rules}\nUse them:               prescreen check FILE --rules ${rules} --site ${site}`,
  );
  return EXIT.done;
}
