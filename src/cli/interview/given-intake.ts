import { isObject } from '../../intake/flatten.ts';
import { readText } from '../files.ts';
import { readDocument, readIntakeFile } from '../read-intakes.ts';
import type { InForce } from '../in-force.ts';
import { Trouble } from '../trouble.ts';

/** Faults of the file as such: no question can be put again to mend them. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  'not-an-object',
  'unknown-field',
  'duplicate-field',
]);

/** The answers of `--intake FILE`. Answers that cannot be used are left in it, to be asked again. */
export async function readGivenIntake(
  file: string,
  { ruleSet, screener }: InForce,
  now: number,
): Promise<Readonly<Record<string, unknown>>> {
  if (file === '-')
    throw new Trouble('--intake: standard input is where the answers are typed; give a file');
  const { isList, intakes } = await readIntakeFile(file, ruleSet, {
    zone: screener.zone,
    asOf: undefined,
    now,
  });
  if (isList) throw new Trouble(`${file}: holds a list; the interview is about one patient`);
  const [intake] = intakes;
  const diagnostics =
    intake && !intake.ok ? intake.diagnostics.filter(({ code }) => OF_THE_FILE.has(code)) : [];
  if (diagnostics.length > 0) throw new Trouble(`${file} cannot be used`, diagnostics);
  const { value, diagnostics: faults } = await readDocument(readText(file));
  if (faults.length > 0 || !isObject(value)) throw new Trouble(`${file} cannot be read`, faults);
  return value;
}
