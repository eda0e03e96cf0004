/** From the truths that one medicine can give a condition, those that "at least so many" of them can have. */
import type { Truth } from '../../logic/truth.ts';
import { atLeast } from '../../logic/truth.ts';
import type { Taken } from './choices.ts';
import { kindOf, type Triple, tripleOf } from './hidden.ts';
import type { Identity } from './identities.ts';

type Leaf = readonly Taken[];

/** More medicines than this change no count: there are so many counts, each of them full at `needed`. */
const MOST = 4;
const KEPT = 8;
/** Combinations of which patients are made, for each option. */
const TRIES = 8;

export function together(
  single: ReadonlyMap<string, readonly Leaf[]>,
  needed: number,
): ReadonlyMap<string, readonly Leaf[]> {
  const kinds = [...single.keys()].filter((key) => key.split(',').some((kind) => kind !== '0'));
  const found = new Map<string, Leaf[]>();
  const tried = new Map<string, number>();
  for (const combination of combinations(kinds, MOST)) {
    const option = countedOption(combination, needed, width(single));
    const group = found.get(option) ?? [];
    found.set(option, group);
    const tries = (tried.get(option) ?? 0) + 1;
    tried.set(option, tries);
    if (tries <= TRIES && group.length < KEPT)
      group.push(...joinedLeaves(combination, single).slice(0, KEPT - group.length));
  }
  return found;
}

function width(single: ReadonlyMap<string, unknown>): number {
  return [...single.keys()][0]?.split(',').length ?? 1;
}

function countedOption(combination: readonly string[], needed: number, benches: number): string {
  return Array.from({ length: benches }, (_, bench) => {
    const triples = combination.map((key) => tripleOf(Number(key.split(',')[bench])));
    const count = (quiet: 0 | 1 | 2): Truth =>
      atLeast(
        needed,
        triples.map((triple) => triple[quiet]),
      );
    const counted: Triple = [count(0), count(1), count(2)];
    return kindOf(counted);
  }).join();
}

/** Every way to take up to so many, each as often as one likes; fewer come first. */
function* combinations(kinds: readonly string[], most: number): Generator<string[]> {
  yield [];
  let layer: { readonly of: string[]; readonly last: number }[] = [{ of: [], last: 0 }];
  for (let size = 1; size <= most; size += 1) {
    layer = layer.flatMap(({ of, last }) =>
      kinds.slice(last).map((kind, offset) => ({ of: [...of, kind], last: last + offset })),
    );
    for (const { of } of layer) yield of;
  }
}

/** Patients who take one medicine for each kind, all of different drugs: two names for one drug count once. */
function joinedLeaves(
  combination: readonly string[],
  single: ReadonlyMap<string, readonly Leaf[]>,
): Leaf[] {
  let found: { readonly taken: Leaf; readonly drugs: readonly string[] }[] = [
    { taken: [], drugs: [] },
  ];
  for (const [slot, kind] of combination.entries()) {
    found = found
      .flatMap(({ taken, drugs }) =>
        (single.get(kind) ?? []).flatMap((leaf) => {
          const own = drugs.includes(drugIn(leaf)) ? ofTwin(leaf) : leaf;
          const drug = drugIn(own);
          if (drugs.includes(drug) || !agrees(taken, own)) return [];
          return [{ taken: [...taken, ...placed(own, slot)], drugs: [...drugs, drug] }];
        }),
      )
      .slice(0, KEPT * 2);
  }
  return found.map(({ taken }) => [
    { key: 'medicines', option: combination.length, index: 1 },
    ...taken,
  ]);
}

/** The same of another medicine that nothing tells from it, where there is one. */
function ofTwin(leaf: Leaf): Leaf {
  return leaf.map((each) => {
    const { key, option } = each;
    const isName = key === 'medicine:0:name' && typeof option === 'object' && option !== null;
    return isName && 'twin' in option && option.twin ? { ...each, option: option.twin } : each;
  });
}

/** The drug of the medicine in the first place; of a name that nobody knows, the name. */
export function drugIn(leaf: Leaf): string {
  const identity = leaf.find(({ key }) => key === 'medicine:0:name')?.option as
    | Identity
    | undefined;
  if (!identity) return '';
  const drugs = identity.known.flatMap(({ ingredients }) => [...ingredients]);
  return drugs.length === 0 ? identity.name : [...new Set(drugs)].toSorted().join(' ');
}

/** Whether both can be said of one patient. */
function agrees(taken: Leaf, leaf: Leaf): boolean {
  return leaf.every(
    ({ key, option }) =>
      key.startsWith('medicine') ||
      taken.every(
        (other) => other.key !== key || JSON.stringify(other.option) === JSON.stringify(option),
      ),
  );
}

function placed(leaf: Leaf, slot: number): Leaf {
  return leaf
    .filter(({ key }) => key !== 'medicines')
    .map((each) => ({ ...each, key: each.key.replace(/^medicine:0:/, `medicine:${slot}:`) }));
}
