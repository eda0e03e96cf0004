import {
  admit,
  type Admitted,
  admitIntake,
  withoutChanged,
  withoutStale,
} from '../../interview/admit.ts';
import { type FirstScreening, takeUp } from '../../interview/follow-up.ts';
import { withHistory } from '../../interview/history.ts';
import type { Tools } from '../../interview/standing.ts';
import { NOTHING_ASKED } from '../../interview/state.ts';
import { parseInstant } from '../../time/parse-time.ts';
import type { InForce } from '../in-force.ts';
import { readStanding } from '../records/read-screenings.ts';
import { storeOf } from '../records/store.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import {
  changedQuestions,
  type Draft,
  findDrafts,
  newDraftFile,
  questionMarks,
  removeDraft,
} from './drafts.ts';
import { readGivenIntake } from './given-intake.ts';
import { offerDrafts } from './offer-drafts.ts';
import type { Surface } from './surface.ts';

/** The answers that an interview begins with, and the file that keeps them. */
export interface Beginning extends Admitted {
  readonly file: string;
  /** Whether that file is there already. */
  readonly isKept: boolean;
}

export interface BeginningOptions {
  readonly folder: string;
  readonly intake?: string | undefined;
  /** The record of a screening that is taken up again. */
  readonly record?: string | undefined;
  readonly records?: string | undefined;
  readonly identity?: string | undefined;
  readonly tools: Tools;
}

/** An unfinished screening, when the nurse takes one up; else the answers of the file, or none. */
export async function beginningOf(
  options: BeginningOptions,
  inForce: InForce,
  { asker, terminal }: Surface,
): Promise<Beginning> {
  const { folder, intake, record, tools } = options;
  if (intake !== undefined && record !== undefined)
    throw new Trouble('--intake and --record both say where the answers come from; give one');
  const first =
    record === undefined ? undefined : await recordedScreening(record, options, terminal);
  const given =
    intake === undefined ? undefined : await readGivenIntake(intake, inForce, tools.now);
  for (let drafts = findDrafts(folder); drafts.length > 0; drafts = findDrafts(folder)) {
    const choice = await offerDrafts(drafts, asker, tools.screener.zone);
    if (choice.do === 'resume')
      return { ...resumed(choice.draft, tools), file: choice.draft.file, isKept: true };
    if (choice.do === 'new') break;
    removeDraft(choice.draft.file);
  }
  const file = newDraftFile(folder);
  if (first) return { ...takeUp(first, tools), file, isKept: false };
  return given === undefined
    ? { state: NOTHING_ASKED, said: [], file, isKept: false }
    : { ...taken(given, tools), file, isKept: false };
}

async function recordedScreening(
  id: string,
  { records, identity }: BeginningOptions,
  terminal: Terminal,
): Promise<FirstScreening> {
  const named = {
    ...(records === undefined ? {} : { records }),
    ...(identity === undefined ? {} : { identity }),
  };
  return readStanding(await storeOf(named, terminal), id);
}

function resumed(draft: Draft, tools: Tools): Admitted {
  const { ruleSet } = tools.screener.prepared;
  const current = withoutChanged(draft.state, changedQuestions(draft, questionMarks(ruleSet)));
  const usable = admit(current.state, tools);
  const fresh = withoutStale(usable.state, draft.saved_at, tools);
  return {
    state: withHistory(draft.state, fresh.state, momentOf(tools)),
    said: [...current.said, ...usable.said, ...fresh.said],
  };
}

function taken(raw: Readonly<Record<string, unknown>>, tools: Tools): Admitted {
  const { zone } = tools.screener;
  const usable = admitIntake(raw, tools);
  const given = raw['screened_at'];
  const givenAt =
    (typeof given === 'string' ? parseInstant(given, zone, 'earlier') : undefined) ?? tools.now;
  const first = withHistory(NOTHING_ASKED, usable.state, zone.format(givenAt));
  const fresh = withoutStale(first, givenAt, tools);
  return {
    state: withHistory(first, fresh.state, momentOf(tools)),
    said: [...usable.said, ...fresh.said],
  };
}

function momentOf({ screener, now }: Tools): string {
  return screener.zone.format(now);
}
