import { isObject } from '../../intake/flatten.ts';

/** The values of an object under their dotted names, `patient.birthDate`; one that `isWhole` stays so. */
export function* leaves(
  object: Readonly<Record<string, unknown>>,
  isWhole: (name: string) => boolean = () => false,
  prefix = '',
): Generator<readonly [name: string, value: unknown]> {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (isObject(value) && !isWhole(name)) yield* leaves(value, isWhole, `${name}.`);
    else yield [name, value];
  }
}
