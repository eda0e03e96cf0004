import { screen } from '../../src/evaluation/screen.ts';
import { readIntake } from '../../src/intake/read-intake.ts';
import type { PaperSource } from '../../src/report/papers/paper-source.ts';
import { type RawIntake, shipped, shippedScreener } from './shipped.ts';

/** What the papers of these answers are written from, under the shipped rules. */
export function paperSource(raw: RawIntake, more: Partial<PaperSource> = {}): PaperSource {
  const { prepared, zone, site } = shippedScreener;
  const reading = readIntake(raw, prepared.ruleSet, { zone, asOf: undefined, now: 0 });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { intake } = reading;
  const result = screen(intake, shippedScreener);
  return { result, intake, ruleSet: shipped.ruleSet, site, zone, language: 'en', ...more };
}

/** A paper with its broken lines joined, to look for sentences in. */
export function unwrapped(paper: string): string {
  return paper.replaceAll(/\s+/g, ' ');
}
