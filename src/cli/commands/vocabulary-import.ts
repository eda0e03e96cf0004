import { type Imported, importRelease } from '../../medicines/imported/import-release.ts';
import { namesFileText } from '../../medicines/imported/names-file.ts';
import { Release } from '../../medicines/imported/release.ts';
import { CONSO, REL } from '../../medicines/imported/rrf.ts';
import { importText } from '../../report/import-text.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadOurNames } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { readRrf } from '../read-rrf.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { writeWhole } from '../write-whole.ts';

export interface ImportOptions extends GlobalOptions {
  readonly relations: string;
  readonly out: string;
}

/** Makes a file of names from a release of RxNorm; exits 3 when names of it were left out as conflicts. */
export async function importVocabulary(
  names: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { relations, out } = options;
  if (!/\.json$/i.test(out)) throw new Trouble(`${out}: the name of the file has to end in .json`);
  const ours = await loadOurNames(options, terminal);
  const release = new Release();
  const from = {
    'RXNCONSO.RRF': readRrf(names, CONSO, (fields) => release.addName(fields)),
    'RXNREL.RRF': readRrf(relations, REL, (fields) => release.addRelation(fields)),
  };
  const imported = importRelease(release, ours, from);
  refuseUseless(imported, names, relations);
  writeWhole(out, namesFileText(imported.file));
  if (options.json) print(terminal, JSON.stringify(importObject(imported, out), null, 2));
  else print(terminal, importText(imported, out, paletteFor(terminal, options.color !== false)));
  return imported.conflicts.length > 0 ? EXIT.rejected : EXIT.done;
}

/** Files that are no release, or not of one release, are not made into an empty vocabulary. */
function refuseUseless(
  { file, known, conflicts, incomplete }: Imported,
  names: string,
  relations: string,
): void {
  const found = file.names.length + file.products.length + known + conflicts.length;
  if (found + incomplete.length === 0) throw new Trouble(`${names}: no name of RxNorm is in it`);
  if (found === 0) {
    throw new Trouble(
      `${relations}: it tells the ingredients of no name of ${names}; are they of one release?`,
    );
  }
}

function importObject({ file, known, conflicts, incomplete }: Imported, out: string): unknown {
  return {
    schema: 'prescreen.import/1',
    out,
    from: file.from,
    imported: {
      names: file.names.length,
      products: file.products.length,
      ingredients: file.ingredients.length,
    },
    known,
    conflicts,
    incomplete,
  };
}
