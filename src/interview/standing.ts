import type { Context } from '../evaluation/context.ts';
import { contextOf, screen, type Screener } from '../evaluation/screen.ts';
import type { ScreenResult } from '../evaluation/result.ts';
import { readIntake, type IntakeReading } from '../intake/read-intake.ts';
import type { Recogniser } from '../medicines/recogniser.ts';
import type { Vocabulary } from '../medicines/vocabulary.ts';
import type { Instant } from '../time/zone.ts';
import { type OpenFacts, openFacts } from './open-facts.ts';
import type { InterviewState, RawAnswers } from './state.ts';

/** What an interview is held with. */
export interface Tools {
  readonly screener: Screener;
  readonly recogniser: Recogniser;
  readonly vocabulary: Vocabulary;
  /** The moment of the answers. */
  readonly now: Instant;
}

/** Where the answers so far stand; nothing as long as they are about no patient or no procedure. */
export interface Standing {
  readonly context: Context;
  readonly open: OpenFacts;
}

const MINUTE = 60_000;

/** The answers as an intake file, with the moment at which they were given. */
export function intakeOf({ answers }: InterviewState, { screener, now }: Tools): RawAnswers {
  return { ...answers, screened_at: screener.zone.format(now - (now % MINUTE)) };
}

/** Reads the answers as `check` reads the file that they become. */
export function readAnswers(state: InterviewState, tools: Tools): IntakeReading {
  const { prepared, zone } = tools.screener;
  return readIntake(intakeOf(state, tools), prepared.ruleSet, {
    zone,
    asOf: undefined,
    now: tools.now,
  });
}

/** A state never changes, so where it stands is worked out once for each moment. */
const REMEMBERED = new WeakMap<
  InterviewState,
  { readonly tools: Tools; readonly standing: Standing | undefined }
>();

export function standingOf(state: InterviewState, tools: Tools): Standing | undefined {
  const known = REMEMBERED.get(state);
  if (known?.tools.now === tools.now && known.tools.screener === tools.screener)
    return known.standing;
  const reading = readAnswers(state, tools);
  const context = reading.ok ? contextOf(reading.intake, tools.screener) : undefined;
  const standing = context && { context, open: openFacts(context) };
  REMEMBERED.set(state, { tools, standing });
  return standing;
}

/** What `check` would say of the answers so far. */
export function resultOf(state: InterviewState, tools: Tools): ScreenResult | undefined {
  const reading = readAnswers(state, tools);
  return reading.ok ? screen(reading.intake, tools.screener) : undefined;
}
