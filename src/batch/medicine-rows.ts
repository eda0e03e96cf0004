/** A second file, one medicine a row, joined to the patients by `id`. */
import { isObject } from '../intake/flatten.ts';
import type { RowAnswers } from './row.ts';

type MedicineEntry = Readonly<Record<string, unknown>>;

/** The medicines of each patient, by id and list. */
export type MedicinesById = ReadonlyMap<string, readonly ListedMedicine[]>;

export interface ListedMedicine {
  readonly list: 'medications' | 'supplements';
  readonly entry: MedicineEntry;
}

/** Reads one row of it; undefined without an id, as it is nobody's then. `none` as a name says that there are none. */
export function medicineRow(
  answers: unknown,
): { readonly id: string; readonly medicine: ListedMedicine } | undefined {
  if (!isObject(answers)) return undefined;
  const { id, list, ...entry } = answers;
  if (typeof id !== 'string' && typeof id !== 'number') return undefined;
  return {
    id: String(id).trim(),
    medicine: { list: list === 'supplements' ? 'supplements' : 'medications', entry },
  };
}

/** Adds a patient's medicines of the second file to those that stand in the row itself. */
export function joinMedicines(row: RowAnswers, medicines: MedicinesById): RowAnswers {
  if (!row.ok || !isObject(row.answers)) return row;
  const { id } = row.answers;
  const own = medicines.get(String(id).trim());
  if (!own) return row;
  const joined: Record<string, unknown> = { ...row.answers };
  for (const list of ['medications', 'supplements'] as const) {
    const entries = own.filter((each) => each.list === list).map(({ entry }) => entry);
    if (entries.length === 0) continue;
    const present = joined[list];
    if (present !== undefined && present !== null) {
      const message = 'medicines stand both in the row and in the second file';
      return {
        ok: false,
        id: String(id),
        faults: [{ code: 'duplicate-field', field: list, message }],
      };
    }
    const isNone =
      entries.length === 1 && String(entries[0]?.['name']).trim().toLowerCase() === 'none';
    joined[list] = isNone ? 'none' : entries;
  }
  return { ...row, answers: joined };
}
