import { readFileSync } from 'node:fs';

import type { Shipped } from '../../src/cli/in-force.ts';
import { screen, type Screener, screener } from '../../src/evaluation/screen.ts';
import type { ScreenResult } from '../../src/evaluation/result.ts';
import { readIntake } from '../../src/intake/read-intake.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import type { Vocabulary } from '../../src/medicines/vocabulary.ts';

/** What the build made of the shipped rules. */
export const shipped = read('shipped.json') as Shipped;

export const shippedVocabulary = read('vocabulary.json') as Vocabulary;

export const shippedScreener: Screener = screener(
  shipped.ruleSet,
  new Recogniser(shippedVocabulary),
  shipped.site,
  'sha256:test',
);

export type RawIntake = Readonly<Record<string, unknown>>;

/** Screens answers as they stand in a file; throws when they are no valid intake. */
export function screenRaw(raw: RawIntake, with_: Screener = shippedScreener): ScreenResult {
  const reading = readIntake(raw, with_.prepared.ruleSet, {
    zone: with_.zone,
    asOf: undefined,
    now: 0,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return screen(reading.intake, with_);
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8'));
}
