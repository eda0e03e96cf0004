/**
 * Small rule sets drawn at random: what the walk over regions says of an edit, held against every patient there is.
 * @module-tag long
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Change } from '../../../src/audit/diff/change.ts';
import { diffRules } from '../../../src/audit/diff/diff.ts';
import { differs, replay, type Said, type Witness } from '../../../src/audit/diff/witness.ts';
import type { Bench } from '../../../src/audit/regions/bench.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

/** Edits of each kind of rule set, and of those that are slow to put to everybody. */
const EDITS = 300;
const SOME = 100;

type Answers = Readonly<Record<string, unknown>>;
type Rules = NonNullable<RuleParts['rules']>;

const questions = [
  { id: 'infection', type: 'yes-no' },
  { id: 'kind', type: 'choice', choices: { mild: 'Mild', strong: 'Strong', other: 'Other' } },
  { id: 'temperature', type: 'number', between: [35, 42] },
];
const healthy = { infection: false, kind: 'mild', temperature: 36.6 };

const line = fc.oneof(
  fc.constantFrom('yes', 'no', 'not yes', 'known to be no').map((infection) => ({ infection })),
  fc
    .constantFrom('mild', 'strong or other', 'not strong', 'known to be mild', 'answered')
    .map((kind) => ({ kind })),
  fc
    .tuple(
      fc.constantFrom('at least', 'more than', 'at most', 'less than'),
      fc.constantFrom('37.5', '38'),
    )
    .map(([side, limit]) => ({ temperature: `${side} ${limit}` })),
);
const joined = fc.oneof(
  line,
  fc
    .tuple(fc.constantFrom('all', 'any', 'none'), fc.array(line, { minLength: 1, maxLength: 2 }))
    .map(([how, of]) => ({ [how]: of })),
);
/** What a rule decides and tells beside its conditions. */
const decided = fc
  .record({
    outcome: fc.constantFrom('hold', 'contact-physician', 'go'),
    urgency: fc.constantFrom('routine', 'same-day', 'emergency'),
    told: fc.constantFrom([], ['Eat nothing.'], ['Drink nothing.']),
  })
  .map(({ outcome, urgency, told }) => ({
    outcome: urgency === 'emergency' ? 'hold' : outcome,
    ...(outcome === 'go' && urgency !== 'emergency' ? {} : { urgency }),
    instructions: told.map((text) => ({ for: 'nurse', text })),
  }));
const aboutAnswers = fc
  .record({
    when: fc.array(joined, { minLength: 1, maxLength: 3 }),
    needs: fc.constantFrom([], ['infection'], ['temperature', 'kind']),
    decided,
  })
  .map(({ decided: more, ...rest }) => ({ ...rest, ...more }));

const medicineLine = fc.oneof(
  fc.constantFrom('anticoagulant', 'antiplatelet or nsaid').map((of) => ({ class: of })),
  fc
    .tuple(fc.constantFrom('less than', 'at least'), fc.constantFrom(24, 48))
    .map(([side, hours]) => ({ last_taken: `${side} ${hours} hours before the procedure` })),
  fc.constantFrom('yes', 'no', 'not known to be no').map((still_taking) => ({ still_taking })),
  fc.constantFrom('yes', 'no').map((prescriber_agrees) => ({ prescriber_agrees })),
);
const medicineLines = fc.array(medicineLine, { minLength: 1, maxLength: 3 });
const aboutMedicines = fc
  .record({ each: medicineLines, infection: fc.constantFrom([], ['yes'], ['not yes']), decided })
  .map(({ each, infection, decided: more }) => ({
    each_medicine: each,
    ...(infection.length > 0 ? { when: infection.map((word) => ({ infection: word })) } : {}),
    ...more,
  }));
const aboutOthers = fc
  .record({
    each: medicineLines,
    others: medicineLines,
    how: fc.constantFrom('any_medicine', 'two_medicines'),
    decided,
  })
  .map(({ each, others, how, decided: more }) => ({
    each_medicine: each,
    when: [{ [how]: others }],
    ...more,
  }));

/** Everybody who gives one of these answers to each question. */
function everybody(answers: Readonly<Record<string, readonly unknown[]>>): Answers[] {
  return Object.entries(answers).reduce<Answers[]>(
    (all, [fact, values]) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [fact]: value }))),
    [{}],
  );
}

/** Every answer that the tests above can tell apart, and none. */
const OF_ANSWERS = everybody({
  infection: [false, true, 'unknown'],
  kind: ['mild', 'strong', 'other', 'unknown'],
  temperature: [36.6, 37.4, 37.5, 37.6, 37.9, 38, 38.1, 'unknown'],
});
const EACH = everybody({
  name: ['apixaban', 'aspirin', 'lisinopril'],
  last_taken: [undefined, '2026-11-24T06:00', '2026-11-23T08:00', '2026-11-20T08:00'],
  still_taking: [undefined, true, false],
  prescriber_agrees: [true, false],
});
const FEW = EACH.filter((one) => one['prescriber_agrees'] === true && one['still_taking'] !== true);
const TWO = FEW.flatMap((one) =>
  [
    { name: 'warfarin', last_taken: '2026-11-24T06:00' },
    { name: 'warfarin', last_taken: '2026-11-20T08:00', still_taking: false },
    { name: 'ibuprofen' },
  ].map((other) => [one, other]),
);
const ONE_MEDICINE = everybody({
  infection: [false, true, 'unknown'],
  medications: [[], ...EACH.map((one) => [one])],
});
const SEVERAL_MEDICINES = everybody({ medications: [[], ...FEW.map((one) => [one]), ...TWO] });

/** Headlines before and after; undefined where nothing at all is said otherwise. */
function changeOf(witness: Witness): string | undefined {
  const headline = ({ disposition, urgency }: Said): string => `${disposition} ${urgency}`;
  return differs(witness) ? `${headline(witness.before)} > ${headline(witness.after)}` : undefined;
}

/** What everybody is told otherwise, patient by patient. */
function bruteForce(all: readonly Answers[], benches: readonly [Bench, Bench]): Set<string> {
  return new Set(
    all.flatMap((answers) => {
      const witness = replay(answers, benches);
      return (witness && changeOf(witness)) ?? [];
    }),
  );
}

/** What the comparison says is told otherwise. */
function compared(changes: readonly Change[]): Set<string> {
  const seen = changes.flatMap(({ transitions }) => transitions.filter(({ masked }) => !masked));
  return new Set(seen.flatMap(({ witness }) => changeOf(witness) ?? []));
}

const moves = (change: string): boolean => {
  const [before, after] = change.split(' > ');
  return before !== after;
};

interface Drawn {
  readonly before: Rules;
  readonly after: Rules;
}

/** What does not concern the healthy patient: of somebody on hold anyway, no other patient is looked for. */
const besides = fc
  .record({
    when: fc.constantFrom<object[]>(
      [{ infection: 'yes' }],
      [{ infection: 'yes' }, { kind: 'strong or other' }],
    ),
    decided,
  })
  .map(({ when, decided: more }) => ({ id: 'beside', when, ...more }));

/** A rule, and mostly another one: the same so often that hardly ever every edit drawn concerns somebody. */
function edited(rule: fc.Arbitrary<object>): fc.Arbitrary<readonly [object, object]> {
  return fc
    .tuple(rule, fc.option(rule, { freq: 7 }))
    .map(([before, after]) => [before, after ?? before]);
}

/** One rule is another than before, and one beside it stays. */
function edits(rule: fc.Arbitrary<object>): fc.Arbitrary<Drawn> {
  return fc.tuple(edited(rule), besides).map(([[before, after], beside]) => ({
    before: [{ id: 'edited', ...before }, beside],
    after: [{ id: 'edited', ...after }, beside],
  }));
}

type Judge = (found: readonly Change[], brute: ReadonlySet<string>) => void;

/** Draws edits and holds what the comparison finds against what everybody is told; of how many somebody is told otherwise. */
function holds(
  drawn: fc.Arbitrary<Drawn>,
  all: readonly Answers[],
  judge: Judge,
  numRuns = EDITS,
): number {
  let told = 0;
  fc.assert(
    fc.property(drawn, ({ before, after }) => {
      const benches: readonly [Bench, Bench] = [
        bench({ questions, healthy, rules: before }),
        bench({ questions, healthy, rules: after }),
      ];
      const brute = bruteForce(all, benches);
      told += Number(brute.size > 0);
      judge(diffRules(...benches).changes, brute);
    }),
    { numRuns },
  );
  expect(told).toBeLessThan(numRuns);
  return told;
}

const isOpen = ({ verdict }: Change): boolean => verdict === 'not-proved';

/** Every headline before and after that brute force meets, and somebody told otherwise exactly where somebody is. */
const saysTheSame: Judge = (changes, brute) => {
  expect(changes.filter(isOpen)).toEqual([]);
  expect(compared(changes).size > 0).toBe(brute.size > 0);
  // It may find more: patients who are screened at another hour.
  expect([...brute].filter(moves).filter((each) => !compared(changes).has(each))).toEqual([]);
};

const alone = (rule: fc.Arbitrary<object>): fc.Arbitrary<Drawn> =>
  edited(rule).map(([before, after]) => ({
    before: [{ id: 'edited', ...before }],
    after: [{ id: 'edited', ...after }],
  }));

test('the walk over answers finds the dispositions, urgencies and instructions that brute force finds', () => {
  const told = holds(alone(aboutAnswers), OF_ANSWERS, saysTheSame);
  expect(told).toBeGreaterThan(EDITS / 3);
}, 120_000);

test('the walk over medicines, one by one, finds what brute force finds', () => {
  const told = holds(alone(aboutMedicines), ONE_MEDICINE, saysTheSame);
  expect(told).toBeGreaterThan(EDITS / 3);
}, 300_000);

test('beside another rule, somebody is decided otherwise where brute force says so, and in that direction', () => {
  const judge: Judge = (changes, brute) => {
    expect(changes.filter(isOpen)).toEqual([]);
    expect(compared(changes).size > 0).toBe(brute.size > 0);
    expect([...compared(changes)].some(moves)).toBe([...brute].some(moves));
  };
  expect(holds(edits(aboutAnswers), OF_ANSWERS, judge, SOME)).toBeGreaterThan(SOME / 3);
}, 120_000);

test('a rule about other medicines is never proved to decide the same where brute force finds a difference', () => {
  let open = 0;
  const judge: Judge = (changes, brute) => {
    open += Number(changes.some(isOpen));
    const isProved = changes.every(({ verdict }) => verdict === 'cosmetic');
    expect(isProved && brute.size > 0).toBe(false);
  };
  expect(holds(alone(aboutOthers), SEVERAL_MEDICINES, judge, SOME)).toBeGreaterThan(SOME / 3);
  expect(open).toBeLessThan(SOME / 10);
}, 300_000);
