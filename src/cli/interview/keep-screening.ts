import type { Intake } from '../../intake/answers.ts';
import { pathLines } from '../../report/wrap.ts';
import { headlineWords } from '../../report/summary-text.ts';
import { intakeOf, readAnswers, type Tools } from '../../interview/standing.ts';
import type { InterviewState } from '../../interview/state.ts';
import type { InForce } from '../in-force.ts';
import { type KeepingOptions, keepingOf } from '../records/keeping.ts';
import { saveScreening } from '../records/save-screening.ts';
import type { Held } from './hold-call.ts';
import { offerPapers } from './offer-papers.ts';
import type { Surface } from './surface.ts';

type Closed = Extract<Held, { is: 'closed' }>;

/** Keeps the record of a call that is closed, and says where; its id. */
export async function keepScreening(
  { state, result, tools }: Closed,
  { records }: KeepingOptions,
  inForce: InForce,
  { terminal, say }: Surface,
): Promise<string> {
  const { history, notes, call, by, follows } = state;
  const keeping = await keepingOf({ records, by }, inForce.site, terminal);
  const screening = {
    answers: intakeOf(state, tools),
    result,
    history,
    notes,
    call,
    ...(follows === undefined ? {} : { follows: follows.record }),
  };
  const { id } = await saveScreening(screening, keeping, inForce, terminal.now());
  for (const line of pathLines(`Kept as record ${id} in`, keeping.folder)) say(line);
  return id;
}

/** The answers as `check` reads them: those of a call that was decided can be read. */
export function intakeRead(state: InterviewState, tools: Tools): Intake {
  const reading = readAnswers(state, tools);
  if (!reading.ok) throw new Error('a result comes of answers that can be read');
  return reading.intake;
}

/** Offers the papers of a screening that is kept. */
export async function offerItsPapers(
  recordId: string,
  { state, result, tools }: Closed,
  { ruleSet, site }: InForce,
  { asker, terminal }: Surface,
): Promise<void> {
  const { zone } = tools.screener;
  const source = {
    result,
    intake: intakeRead(state, tools),
    ruleSet,
    site,
    zone,
    language: 'en' as const,
    recordId,
    screenedBy: state.by,
    notes: state.notes,
    call: state.call,
  };
  const offered = {
    source,
    intake: intakeOf(state, tools),
    headline: headlineWords(result),
    today: zone.dayOf(tools.now),
  };
  await offerPapers(offered, asker, terminal);
}
