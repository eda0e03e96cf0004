/** The second file: read whole before the patients, as a medicine that could not be joined must not be missed. */
import { answersOf } from '../../batch/decide-rows.ts';
import { rowsOf } from '../../batch/row-run.ts';
import { type ListedMedicine, medicineRow, type MedicinesById } from '../../batch/medicine-rows.ts';
import { applyFields } from '../../batch/mapping/apply-mapping.ts';
import type { Mapping } from '../../batch/mapping/read-mapping.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { checkHeader } from './mapping-file.ts';
import { openSource, type SourceOptions } from './source.ts';

export interface MedicinesFile {
  readonly file: string;
  readonly source: SourceOptions;
  readonly mapping: Mapping | undefined;
}

export async function readMedicinesFile(
  { file, source, mapping }: MedicinesFile,
  terminal: Terminal,
): Promise<MedicinesById> {
  const medicines = new Map<string, ListedMedicine[]>();
  const { runs, shape } = await openSource(file, source, terminal);
  const fields = mapping?.medicineFile;
  if (fields) checkHeader(shape, { ...mapping, facts: fields, medicines: [], name: undefined });
  for await (const run of runs) {
    for (const row of rowsOf(run)) {
      const place = `${shape.file}:${row.line}: record ${row.record}`;
      const given = answersOf(row, shape);
      const answers = fields ? applyFields(given, fields) : given;
      if (!answers.ok)
        throw new Trouble(
          `${place}: ${answers.faults.map(({ code }) => code).join(', ')}; no medicine may be lost, so nothing is decided`,
        );
      const read = medicineRow(answers.answers);
      if (!read)
        throw new Trouble(
          `${place}: the medicine has no \`id\`; no medicine may be lost, so nothing is decided\n` +
            '  columns of other names need `medicine_file:` in a mapping: --suggest-map with --medicines suggests it',
        );
      const own = medicines.get(read.id);
      if (own) own.push(read.medicine);
      else medicines.set(read.id, [read.medicine]);
    }
  }
  return medicines;
}
