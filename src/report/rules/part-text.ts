import type { ChangedPart } from '../../audit/diff/parts.ts';
import type { Condition } from '../../rules/condition.ts';
import type { KnownIngredient } from '../../medicines/vocabulary.ts';
import type { TableRow } from '../../rules/rule-set.ts';
import { formatDuration } from '../../time/duration.ts';
import { conditionText } from './condition-text.ts';
import { rowText } from './rule-text.ts';

/** One line of a changed part: what it said before and what it says now. */
export interface SaidBefore {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A changed part in the words of the rules, key by key. */
export function partLines({ kind, keys, before, after }: ChangedPart): SaidBefore[] {
  if (kind === 'table')
    return [
      {
        label: '',
        before: before === undefined ? undefined : row(before),
        after: after === undefined ? undefined : row(after),
      },
    ];
  if (kind === 'name') return [{ label: '', before: meaning(before), after: meaning(after) }];
  if (kind === 'rule' && keys.length === 0)
    return RULE_KEYS.map((key) => saidOf(key, before, after)).filter(
      (line) => line.before !== undefined || line.after !== undefined,
    );
  if (keys.length === 0) {
    const whole = (value: unknown): string | undefined =>
      value === undefined
        ? undefined
        : shown(
            entry(value, 'says') ??
              entry(value, 'title') ??
              entry(value, 'ask') ??
              entry(value, 'is') ??
              value,
          );
    return [{ label: '', before: whole(before), after: whole(after) }];
  }
  return keys.map((key) => saidOf(key, before, after));
}

/** All that a rule that was added or removed decides and says. */
const RULE_KEYS = [
  'title',
  'says',
  'each_medicine',
  'when',
  'unless',
  'needs',
  'outcome',
  'urgency',
  'message',
  'action',
  'instructions',
  'sources',
  'evidence',
  'from',
  'until',
] as const;

function saidOf(label: string, before: unknown, after: unknown): SaidBefore {
  // What is nothing but a value has no key of its own.
  const shownAs = label === 'is' ? '' : label;
  return { label: shownAs, before: optional(before, label), after: optional(after, label) };
}

/** What a name stands for: its ingredients with their classes, and what it tells by itself. */
function meaning(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const of = entry(value, 'of');
  if (!Array.isArray(of)) return shown(value);
  const ingredients = of.map((each: unknown) => {
    const { name, classes } = each as KnownIngredient;
    return `${name} (${classes.join(', ')})`;
  });
  const tells = Object.entries(entry(value, 'tells') ?? {}).map(
    ([key, told]) => `${key} ${shown(told)}`,
  );
  return [ingredients.join(' and '), ...tells].join('; ');
}

function optional(part: unknown, key: string): string | undefined {
  const value = entry(part, key);
  return value === undefined ? undefined : shown(value);
}

function entry(part: unknown, key: string): unknown {
  return typeof part === 'object' && part !== null
    ? Object.entries(part).find(([name]) => name === key)?.[1]
    : undefined;
}

function row(value: unknown): string {
  return rowText(value as TableRow);
}

function shown(value: unknown): string {
  if (isCondition(value)) return conditionText(value);
  if (isDuration(value)) return formatDuration(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join(', ');
  if (typeof value === 'object' && value !== null) return fields(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** What is declared key by key, without the signs of a data format. */
function fields(value: object): string {
  return Object.entries(value)
    .map(([key, inner]) => (key === 'tells' ? shown(inner) : `${key} ${shown(inner)}`))
    .join('; ');
}

function isCondition(value: unknown): value is Condition {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    ('of' in value || 'test' in value || 'where' in value)
  );
}

function isDuration(value: unknown): value is Parameters<typeof formatDuration>[0] {
  return typeof value === 'object' && value !== null && 'count' in value && 'unit' in value;
}
