import { readdirSync, readFileSync } from 'node:fs';

import { readYaml } from '../../src/source/yaml-document.ts';
import { othersOf } from '../../src/audit/trials.ts';
import { type RawIntake, shipped } from './shipped.ts';

interface Part {
  readonly healthy?: RawIntake;
  readonly cases?: readonly {
    readonly name: string;
    readonly as_of?: string;
    readonly others?: 'unknown' | 'declined' | 'not-asked';
    readonly given: RawIntake;
  }[];
}

const FOLDER = new URL('../../rules/cervical-injection/', import.meta.url);

const parts = readdirSync(FOLDER).flatMap((file): Part[] => {
  if (!file.endsWith('.yaml')) return [];
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  return /^(healthy|cases):/m.test(text) ? [readYaml({ file, text }).value as Part] : [];
});

const healthy = parts.find((part) => part.healthy !== undefined)?.healthy ?? {};

/** The patient of the shipped rules with nothing against it, screened on the day. */
export const shippedHealthy: RawIntake = healthy;

/** The whole patients of the shipped rules, each as the answers of an intake. */
export const shippedCases: readonly { readonly name: string; readonly raw: RawIntake }[] =
  parts.flatMap(({ cases = [] }) =>
    cases.map(({ name, as_of: screened, others, given }) => ({
      name,
      raw: {
        ...healthy,
        ...(others === undefined ? {} : othersOf({ others }, shipped)),
        ...given,
        ...(screened === undefined ? {} : { screened_at: screened }),
      },
    })),
  );
