/** Run when the package is built: checks the shipped rules and writes what the program loads at every start. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readText, readYamlFolder } from '../cli/files.ts';
import { contentDigest } from '../cli/in-force.ts';
import { Trouble } from '../cli/trouble.ts';
import { diagnosticsText } from '../report/diagnostics-text.ts';
import { loadRules } from '../rules/load.ts';
import { editorSchema } from '../rules/schema/editor-schema.ts';
import { readSite } from '../rules/read-site.ts';

function build(home: string): void {
  writeFileSync(join(home, 'rules', 'schema.json'), `${JSON.stringify(editorSchema(), null, 2)}\n`);
  const loaded = loadRules(readYamlFolder(join(home, 'rules')));
  if (!loaded.ok) throw new Trouble('the shipped rules cannot be used', loaded.diagnostics);
  const { ruleSet, vocabulary } = loaded.value;
  const site = readSite(readText(join(home, 'rules', 'clinic.yaml')), ruleSet);
  if (!site.ok) throw new Trouble('the shipped site file cannot be used', site.diagnostics);
  const content = contentDigest(ruleSet, vocabulary);
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(home, 'dist', name), JSON.stringify(value));
  write('shipped.json', { ruleSet, site: site.value, content });
  write('vocabulary.json', vocabulary);
}

try {
  build(process.cwd());
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stderr.write(`${error.message}\n${diagnosticsText(error.diagnostics)}`);
  process.exitCode = 1;
}
