/**
 * How an English speaker would say a name, written with one letter a sound, so that names that sound alike are
 * spelled alike: `phlocks`, `flox` and `flocks`; several words as one.
 */

/** Beginnings that sound otherwise than the same letters inside a name. */
const BEGINNINGS = sounds('x:s ps:s pt:t kn:n wr:r h:h');

/** Spellings whose sound is not their own letters; of two that fit, the one that stands first here. */
const SPELLINGS = sounds(`
  sch:sk sce:se sci:si ph:f th:t ch:k ck:k gh:g h:
  ce:se ci:si cy:si c:k ge:je gi:ji gy:ji dg:j qu:kw q:k x:ks z:s
  ae:e ai:a ay:a au:o aw:o ea:i ee:i ei:i ey:i eu:u ie:i oa:o oe:e oo:u ou:u ow:o y:i
`);

const BEGINNING = new RegExp(`^(?:${[...BEGINNINGS.keys()].join('|')})`);
const SPELLING = new RegExp([...SPELLINGS.keys()].join('|'), 'g');

/** The sound of a folded name. */
export function soundOf(key: string): string {
  const beginning = BEGINNING.exec(key)?.[0] ?? '';
  const rest = key
    .slice(beginning.length)
    .replace(SPELLING, (spelling) => SPELLINGS.get(spelling) ?? spelling);
  return ((BEGINNINGS.get(beginning) ?? '') + rest).replace(/(.)\1+/g, '$1');
}

function sounds(table: string): ReadonlyMap<string, string> {
  const pairs = table.trim().split(/\s+/);
  return new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
  );
}
