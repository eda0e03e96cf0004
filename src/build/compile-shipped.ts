/** Run when the package is built: checks the shipped rules and writes what the program loads at every start. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { signaturesIn } from '../cli/approvals.ts';
import { digestHex } from '../cli/digest-hex.ts';
import { approvalsFileOf, readText, readYamlFolder } from '../cli/files.ts';
import { contentDigest, type Shipped } from '../cli/in-force.ts';
import { Trouble } from '../cli/trouble.ts';
import { diagnosticsText } from '../report/diagnostics-text.ts';
import { screener } from '../evaluation/screen.ts';
import { Recogniser } from '../medicines/recogniser.ts';
import { type LoadedRules, loadRules } from '../rules/load.ts';
import { editorSchema } from '../rules/schema/editor-schema.ts';
import { readSite } from '../rules/read-site.ts';
import type { Site } from '../rules/site.ts';

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
  const signed = signedWith(join(home, 'rules'), { ruleSet, vocabulary }, site.value);
  write('shipped.json', { ruleSet, site: site.value, content, ...(signed ? { signed } : {}) });
  write('vocabulary.json', vocabulary);
}

/** What the approvals sign, so that no start has to find out. */
function signedWith(
  folder: string,
  { ruleSet, vocabulary }: Pick<LoadedRules, 'ruleSet' | 'vocabulary'>,
  site: Site,
): Shipped['signed'] {
  const file = approvalsFileOf(folder);
  if (!existsSync(file)) return undefined;
  const rules = screener(ruleSet, new Recogniser(vocabulary), site, '');
  const { unsigned } = signaturesIn(folder, {
    site,
    screener: rules,
    parts: () => ({ vocabulary }),
  });
  return { approvals: digestHex(readText(file).text), unsigned };
}

try {
  build(process.cwd());
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stderr.write(`${error.message}\n${diagnosticsText(error.diagnostics)}`);
  process.exitCode = 1;
}
