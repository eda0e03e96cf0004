import type { Path } from '../source/document.ts';
import { didYouMean } from '../source/suggest.ts';
import type { IntakeFault } from './fault.ts';

/** One value of an intake, under its dotted name. */
export interface Field {
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
}

/** The questions, by their names. */
type Names = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

/** Brings nested and flat intakes to one form. A field that stands both ways is a fault: one answer would be lost. */
export function flatten(
  raw: Readonly<Record<string, unknown>>,
  known: Names,
): { readonly fields: ReadonlyMap<string, Field>; readonly faults: readonly IntakeFault[] } {
  const fields = new Map<string, Field>();
  const faults: IntakeFault[] = [];
  const visit = (object: Readonly<Record<string, unknown>>, prefix: string, base: Path): void => {
    // Every answer of a batch passes here: nothing is made for one that it can do without.
    for (const key of Object.keys(object)) {
      const value = object[key];
      const name = prefix + key;
      const path = base.length === 0 ? [key] : [...base, key];
      if (known.has(name)) {
        if (fields.has(name)) {
          const message = `\`${name}\` is answered twice`;
          faults.push({ path, field: name, atKey: true, code: 'duplicate-field', message });
        }
        fields.set(name, { name, path, value });
      } else if ((isObject(value) || value === null) && leads(name, known)) {
        visit(value ?? {}, `${name}.`, path);
      } else {
        faults.push({
          path,
          field: name,
          atKey: true,
          code: 'unknown-field',
          message: `\`${name}\` is no question of this screen`,
          ...didYouMean(name, known.keys()),
        });
      }
    }
  };
  visit(raw, '', []);
  return { fields, faults };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leads(name: string, known: Names): boolean {
  for (const each of known.keys()) if (each.startsWith(`${name}.`)) return true;
  return false;
}
