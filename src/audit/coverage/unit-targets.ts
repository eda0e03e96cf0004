/** All that is to be shown of a rule or a definition. */
import type { PreparedRules } from '../../evaluation/context.ts';
import { isReference, type Test } from '../../rules/phrase.ts';
import { testText } from '../../rules/test-text.ts';
import { ALWAYS, type Leaf, NEVER } from '../condition-tree.ts';
import { type Amount, amountText, movedBy, withAmount, withValues } from '../moved.ts';
import { outcomeOf, testsIn, truthsOf, type Unit } from '../unit.ts';
import { placeOf } from './places.ts';
import { type Ground, type PlacedTest, placedTests } from './placed-test.ts';
import { stateTargets } from './state-targets.ts';
import type { Target } from './target.ts';

export function unitTargets(unit: Unit, ground: Ground): Target[] {
  const tests = placedTests(unit, ground);
  return [
    ...verdictTargets(unit, ground),
    ...tests.flatMap((each) => [
      ...truthTargets(each),
      ...sideTargets(each, ground),
      ...valueTargets(each),
    ]),
    ...stateTargets(unit, tests, ground.prepared),
  ];
}

const OUTCOMES = { rules: ['fires', 'does not fire'], definitions: ['true', 'false'] } as const;

function verdictTargets(unit: Unit, { spans }: Ground): Target[] {
  return OUTCOMES[unit.kind].map((outcome) => ({
    kind: 'verdicts',
    of: unit.id,
    says: unit.kind === 'rules' ? outcome : `is ${outcome}`,
    span: placeOf(`${unit.kind}:${unit.id}`, spans),
    shows: ({ context }) => outcomeOf(unit, context) === outcome,
    want: { is: 'outcome', unit, outcome },
  }));
}

function truthTargets({ unit, leaf, at, with: changed, common }: PlacedTest): Target[] {
  const opposite = { true: changed(NEVER), false: changed(ALWAYS) };
  return (['true', 'false'] as const).flatMap((truth): Target[] => {
    const other = opposite[truth];
    const says = `\`${leafText(leaf)}\` ${truth === 'true' ? 'met' : 'not met'}`;
    const want: Target['want'] = { is: 'apart', unit, other };
    const shared = { ...common, want };
    const has = (context: Parameters<typeof truthsOf>[2]): boolean =>
      truthsOf(unit, at, context).includes(truth);
    const seen: Target = {
      ...shared,
      kind: 'conditions',
      says,
      shows: ({ context }) => has(context),
    };
    // The lines of a table are what `in_table` decides by; they are covered one by one.
    if (leaf.fact === 'in_table') return [seen];
    const decides: Target = {
      ...shared,
      kind: 'decisions',
      says: `${says}, deciding`,
      shows: ({ context }) =>
        has(context) && outcomeOf(unit, context) !== outcomeOf(other, context),
    };
    return [seen, decides];
  });
}

function leafText({ fact, test }: Leaf): string {
  return `${fact}: ${testText(test)}`;
}

function sideTargets(placed: PlacedTest, { prepared, units }: Ground): Target[] {
  const { unit, leaf, at, common } = placed;
  const { test } = leaf;
  const amount = amountOf(test, prepared);
  if (amount === undefined) return [];
  return ([-1, 1] as const).flatMap((by): Target[] => {
    const moved = movedBy(amount, by, units.get(leaf.fact));
    const now = moved === undefined ? undefined : withAmount(test, moved);
    if (!now || moved === undefined) return [];
    const other = placed.with({ ...leaf, test: now });
    const [low, high] = by === 1 ? [amount, moved] : [moved, amount];
    return [
      {
        ...common,
        kind: 'thresholds',
        says: `\`${leafText(leaf)}\` between ${amountText(low)} and ${amountText(high)}`,
        shows: ({ context }) =>
          truthsOf(unit, at, context).join() !== truthsAfter(other, at, context).join(),
        want: { is: 'apart', unit, other },
      },
    ];
  });
}

/** The truths of the same place in a unit that was changed there. */
function truthsAfter(
  other: Unit,
  { clause, steps }: PlacedTest['at'],
  context: Parameters<typeof truthsOf>[2],
): readonly string[] {
  const now = testsIn(other).find(
    (each) => each.clause.key === clause.key && each.steps.join() === steps.join(),
  );
  return now ? truthsOf(other, now, context) : [];
}

/** The amount of a test; undefined where there is none, or each table line has its own. */
function amountOf(test: Test, { parameters }: PreparedRules): Amount | undefined {
  if (!('amount' in test)) return undefined;
  return isReference(test.amount) ? parameters.get(test.amount.ref) : test.amount;
}


/** Of several values that a test names, each. */
function valueTargets(placed: PlacedTest): Target[] {
  const { unit, leaf, common } = placed;
  const { test, fact } = leaf;
  if ((test.is !== 'one-of' && test.is !== 'includes') || isReference(test.values)) return [];
  const { values } = test;
  if (values.length < 2 || fact === 'in_table') return [];
  return values.map((value): Target => {
    const { negated: _, ...plain } = test;
    const only = placed.with({ ...leaf, test: withValues(plain, [value]) });
    const left = values.filter((each) => each !== value);
    const other = placed.with({ ...leaf, test: withValues(test, left) });
    return {
      ...common,
      kind: 'values',
      says: `\`${fact}: ${String(value)}\``,
      shows: ({ context }) => truthsAfter(only, placed.at, context).includes('true'),
      want: { is: 'apart', unit, other },
    };
  });
}
