/** The entries that have a value: what is not known is left out rather than being `undefined`. */
export function defined<Entries extends object>(
  entries: Entries,
): { readonly [Key in keyof Entries]?: Exclude<Entries[Key], undefined> } {
  const known = Object.entries(entries).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [Key in keyof Entries]?: Exclude<Entries[Key], undefined> };
}
