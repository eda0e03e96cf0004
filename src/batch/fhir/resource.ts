import { isObject } from '../../intake/flatten.ts';

/** A FHIR resource as it came: nothing of it is certain but its type. */
export type Resource = Readonly<Record<string, unknown>> & { readonly resourceType: string };

export function isResource(value: unknown): value is Resource {
  return isObject(value) && typeof value['resourceType'] === 'string';
}

export function objectsAt(
  value: unknown,
  key: string,
): readonly Readonly<Record<string, unknown>>[] {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  let at: unknown = value;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return typeof at === 'string' ? at : undefined;
}

/** What a Bundle holds, each with the address by which others in it may refer to it. */
export function entriesOf(bundle: Resource): readonly Resource[] {
  return objectsAt(bundle, 'entry').flatMap(({ resource, fullUrl }) =>
    isResource(resource) ? [fullUrl === undefined ? resource : { fullUrl, ...resource }] : [],
  );
}

/** A reference without the version that it may name. */
export function referenceAt(value: unknown, ...path: readonly string[]): string | undefined {
  return textAt(value, ...path, 'reference')?.replace(/\/_history\/[^/]+$/, '');
}

/** The day of a dateTime that tells a whole one. */
export function dayText(dateTime: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(dateTime ?? '')?.[0];
}
