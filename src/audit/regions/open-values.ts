/** What is left open of a patient at first: the times of a screening and of a dose, what is told, the hidden answers. */
import type { MedicineField } from '../../rules/rule-set.ts';
import type { IntakeMedicine } from '../../intake/answers.ts';
import type { Instant } from '../../time/zone.ts';
import { type Taken, unusual } from './choices.ts';
import type { Identity } from './identities.ts';
import { lastTakenOptions, screenedAtOptions, toldOptions } from './medicine-regions.ts';
import { type Model, once } from './model.ts';
import { Open } from './open.ts';
import { hiddenKey, type Supposed } from './taken.ts';

/** When the answers were given, and what was told of the doses of the medicine. */
export interface Times {
  readonly screenedAt: Instant;
  readonly stillTaking: boolean | undefined;
  /** One moment, or several that are compared with each other. */
  readonly lastTaken: readonly (Instant | undefined)[];
}

export const TIME_KEYS = {
  screenedAt: 'screened_at',
  stillTaking: 'medicine:0:still_taking',
  lastTaken: 'medicine:0:last_taken',
} as const;

/** The times of the screening and of the first medicine; those of the others bear on the screening alone. */
export function openTimes(model: Model, identities: readonly Identity[]): Open<Times> {
  const [identity] = identities;
  const names = identities.map(({ name }) => name).join('; ');
  const said = model.fixed?.get(TIME_KEYS.screenedAt);
  return once(model, `times ${names} ${String(said)}`, () => {
    const screenings = said === undefined ? screenedAtOptions(model, identities) : [Number(said)];
    const candidates = screenings.flatMap((screenedAt, index) => {
      const screened: Taken = { key: TIME_KEYS.screenedAt, option: screenedAt, index };
      if (!identity)
        return [{ value: timesAt(screenedAt, undefined, undefined), taken: [screened] }];
      return timesOfDose(model, identity, screenedAt).map(({ value, taken }) => ({
        value,
        taken: [screened, ...taken],
      }));
    });
    return new Open(
      'times',
      candidates.toSorted((a, b) => unusual(a.taken) - unusual(b.taken)),
    );
  });
}

export const STILL_TAKING: readonly (boolean | undefined)[] = [undefined, true, false];

function timesOfDose(
  model: Model,
  identity: Identity,
  screenedAt: Instant,
): { readonly value: Times; readonly taken: readonly Taken[] }[] {
  return lastTakenOptions(model, identity, screenedAt).flatMap((lastTaken, place) =>
    STILL_TAKING.map((stillTaking, index) => ({
      value: timesAt(screenedAt, stillTaking, lastTaken),
      taken: [
        { key: TIME_KEYS.stillTaking, option: stillTaking, index },
        { key: TIME_KEYS.lastTaken, option: lastTaken, index: place },
      ],
    })),
  );
}

function timesAt(
  screenedAt: Instant,
  stillTaking: boolean | undefined,
  lastTaken: Instant | undefined,
): Times {
  return { screenedAt, stillTaking, lastTaken: [lastTaken] };
}

/** Doses of which each has a later one in the neighbouring region, in pairs with the later first. */
export function openDosePairs(model: Model, identities: readonly Identity[]): Open<Times> {
  const [identity] = identities;
  const plain = openTimes(model, identities);
  if (!identity) return plain;
  return once(model, `dose pairs ${identity.name}`, () => {
    const candidates = plain.left.flatMap(({ value, taken }) => {
      const [later] = value.lastTaken;
      const earlier = earlierThan(later, value, plain);
      if (later === undefined || earlier === undefined) return [];
      const pair: Times = { ...value, lastTaken: [later, earlier] };
      const kept = taken.filter(({ key }) => key !== TIME_KEYS.lastTaken);
      return [
        {
          value: pair,
          taken: [...kept, { key: TIME_KEYS.lastTaken, option: pair.lastTaken, index: 1 }],
        },
      ];
    });
    return new Open('times', candidates);
  });
}

/** The next dose before it, of the same patient. */
function earlierThan(
  later: Instant | undefined,
  { screenedAt, stillTaking }: Times,
  { left }: Open<Times>,
): Instant | undefined {
  if (later === undefined) return undefined;
  const moments = left.flatMap(({ value }) => {
    const [moment] = value.lastTaken;
    const alike = value.screenedAt === screenedAt && value.stillTaking === stillTaking;
    return alike && moment !== undefined && moment < later ? [moment] : [];
  });
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** Fields of which a test looks at nothing else. */
const TOLD_FIELDS = [
  'route',
  'regimen',
  'form',
  'dose_units',
  'dose_mg',
  'frequency',
  'taken_for',
  'prescriber_agrees',
] as const satisfies readonly MedicineField[];

export type ToldField = (typeof TOLD_FIELDS)[number];

export function isToldField(fact: string): fact is ToldField {
  return TOLD.has(fact);
}

const TOLD: ReadonlySet<string> = new Set(TOLD_FIELDS);

const AGREES: readonly (boolean | undefined)[] = [true, false];

export function openTold(model: Model, slot: number, field: ToldField): Open {
  return once(model, `told ${slot} ${field}`, () => {
    const options = field === 'prescriber_agrees' ? AGREES : toldOptions(field, model);
    return openOptions(`told:${slot}:${field}`, `medicine:${slot}:${field}`, options);
  });
}

/** The kinds of truth that the hidden answer can have, for each of the benches. */
export function openKinds(model: Model, id: string, when: Supposed): Open<readonly number[]> {
  return once(model, `kinds ${when} ${id}`, () =>
    openOptions(hiddenKey(id, when), hiddenKey(id, when), model.nodes.options(id)),
  );
}

function openOptions<T>(name: string, key: string, options: readonly T[]): Open<T> {
  return new Open(
    name,
    options.map((option, index) => ({ value: option, taken: [{ key, option, index }] })),
  );
}

/** What a medicine was given with, of which nothing but its times was told. */
export function givenWith(
  name: string,
  { stillTaking, lastTaken }: Times,
  place: number,
): IntakeMedicine {
  const taken = lastTaken[place] ?? lastTaken[0];
  return {
    list: 'medications',
    index: 0,
    name,
    ...(stillTaking === undefined ? {} : { still_taking: stillTaking }),
    ...(taken === undefined ? {} : { last_taken: taken }),
  };
}
