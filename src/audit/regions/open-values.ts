/** What is left open of a patient at first: the times of a screening and of a dose, what is told, the hidden answers. */
import type { MedicineField } from '../../rules/rule-set.ts';
import type { IntakeMedicine } from '../../intake/answers.ts';
import type { Instant } from '../../time/zone.ts';
import { type Taken, unusual } from './choices.ts';
import type { Option } from './hidden.ts';
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

/** The kinds of truth of a hidden answer: one for each of the benches, or several such that are compared. */
export type Kinds = readonly [Option, ...Option[]];

/** Those that it can have. */
export function openKinds(model: Model, id: string, when: Supposed): Open<Kinds> {
  const key = hiddenKey(id, when);
  return once(
    model,
    `kinds ${when} ${id}`,
    () =>
      new Open(
        key,
        model.nodes
          .options(id)
          .map((option, index) => ({ value: [option], taken: [{ key, option, index }] })),
      ),
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
