/** Run last when the package is built: keeps the machine code of what a typical `check` runs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFile, load } from '../cli/start.ts';

const home = process.cwd();
const { script, run } = load(home);
process.argv = [
  process.execPath,
  'prescreen',
  'check',
  join(home, 'examples', '03-apixaban-with-agreement.json'),
];
process.stdout.write = () => true;
await run(home);
writeFileSync(cacheFile(home), script.createCachedData());
