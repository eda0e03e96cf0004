/** Run last when the package is built: keeps the machine code of what a `check` of the examples runs. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFile, load } from '../cli/start.ts';

const home = process.cwd();
const examples = join(home, 'examples');
const { script, run } = load(home);
process.argv = [
  process.execPath,
  'prescreen',
  'check',
  ...readdirSync(examples, { encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(examples, name)),
];
process.stdout.write = () => true;
await run(home);
writeFileSync(cacheFile(home), script.createCachedData());
