import type { ChangedPart } from '../../audit/diff/parts.ts';
import type { KnownIngredient } from '../../medicines/vocabulary.ts';
import { partLines, type SaidBefore } from './part-text.ts';

/** Where a part is written, as `file:line:column`; undefined where that is not known. */
export type PartPlace = (part: ChangedPart) => string | undefined;

/** A changed part as it is listed; names that changed in the same way are one. */
export interface WrittenPart {
  readonly kind: string;
  readonly id: string;
  /** Empty where it was and is there. */
  readonly note: '' | ' (added)' | ' (removed)';
  /** Of one that is listed by itself. */
  readonly place?: string | undefined;
  readonly lines: readonly SaidBefore[];
}

/** So many names of a group are listed, the others counted. */
const LISTED = 12;

export function writtenParts(parts: readonly ChangedPart[], placeOf: PartPlace): WrittenPart[] {
  const groups = new Map<string, ChangedPart[]>();
  for (const part of parts) {
    const key = part.kind === 'name' ? `name ${changeOfName(part)}` : `${part.kind} ${part.id}`;
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kind, id, before, after } = first;
    const note = before === undefined ? ' (added)' : after === undefined ? ' (removed)' : '';
    if (group.length === 1)
      return [{ kind, id, note, place: placeOf(first), lines: partLines(first) }];
    const [was, is] = isSameDrug(first)
      ? [classesOf(before), classesOf(after)]
      : (partLines(first).map((line) => [line.before, line.after])[0] ?? []);
    return [
      {
        kind: `${group.length} names`,
        id: listed(group.map((part) => part.id)),
        note,
        lines: [{ label: '', before: was, after: is }],
      },
    ];
  });
}

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return more > 0 ? `${names.slice(0, LISTED).join(', ')} and ${more} more` : names.join(', ');
}

/** What two names share that are listed together: the classes, where each stays the drug that it was. */
function changeOfName(part: ChangedPart): string {
  const { before, after } = part;
  return JSON.stringify(
    isSameDrug(part) ? [classesOf(before), classesOf(after)] : [before ?? null, after ?? null],
  );
}

function isSameDrug({ before, after, keys }: ChangedPart): boolean {
  const names = (value: unknown): string | undefined =>
    ingredientsOf(value)
      ?.map(({ name }) => name)
      .join(' / ');
  return names(before) !== undefined && names(before) === names(after) && !keys.includes('tells');
}

function classesOf(value: unknown): string | undefined {
  return ingredientsOf(value)
    ?.map(({ classes }) => classes.join(', '))
    .join(' / ');
}

function ingredientsOf(value: unknown): readonly KnownIngredient[] | undefined {
  if (typeof value !== 'object' || value === null || !('of' in value)) return undefined;
  return Array.isArray(value.of) ? (value.of as KnownIngredient[]) : undefined;
}
