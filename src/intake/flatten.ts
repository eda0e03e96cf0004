import type { Path } from '../source/document.ts';
import { didYouMean } from '../source/suggest.ts';
import type { IntakeFault } from './fault.ts';

/** One value of an intake, under its dotted name. */
export interface Field {
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
}

/** Brings nested and flat intakes to one form. A field that stands both ways is a fault: one answer would be lost. */
export function flatten(
  raw: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): { readonly fields: ReadonlyMap<string, Field>; readonly faults: readonly IntakeFault[] } {
  const fields = new Map<string, Field>();
  const faults: IntakeFault[] = [];
  const visit = (object: Readonly<Record<string, unknown>>, prefix: string, base: Path): void => {
    for (const [key, value] of Object.entries(object)) {
      const name = prefix + key;
      const path = [...base, key];
      const at = { path, field: name, atKey: true as const };
      if (known.has(name)) {
        if (fields.has(name)) {
          faults.push({ ...at, code: 'duplicate-field', message: `\`${name}\` is answered twice` });
        }
        fields.set(name, { name, path, value });
      } else if ((isObject(value) || value === null) && leads(name, known)) {
        visit(value ?? {}, `${name}.`, path);
      } else {
        faults.push({
          ...at,
          code: 'unknown-field',
          message: `\`${name}\` is no question of this screen`,
          ...didYouMean(name, known),
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

function leads(name: string, known: ReadonlySet<string>): boolean {
  for (const each of known) if (each.startsWith(`${name}.`)) return true;
  return false;
}
