/** What `records add` is told, as the content of an addition. */
import type { CallAttempt, CallLog } from '../../interview/call-log.ts';
import type { Override } from '../../records/record.ts';
import type { Disposition } from '../../rules/schema/common.ts';
import type { Site } from '../../rules/site.ts';
import { didYouMean } from '../../source/suggest.ts';
import { parseInstant } from '../../time/parse-time.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import { Trouble } from '../trouble.ts';

export interface AdditionOptions {
  readonly attempt?: CallAttempt['outcome'];
  readonly spokeWith?: NonNullable<CallAttempt['spoke_with']>;
  readonly teachBack?: 'yes' | 'no';
  readonly readBackBy?: string;
  readonly override?: Disposition;
  readonly reason?: string;
  readonly decidedBy?: string;
  readonly comment?: string;
  readonly at?: string;
}

export interface Added {
  readonly call: CallLog;
  readonly overrides: Override[];
}

/** Reads the options of an addition; throws when they say nothing, or half of something. */
export function readAddition(
  options: AdditionOptions,
  site: Site,
  { zone, now }: { readonly zone: Zone; readonly now: Instant },
): Added {
  const at = momentOf(options.at, zone, now);
  const added = { call: callOf(options, at), overrides: overridesOf(options, site, at) };
  if (Object.values(added.call).flat().length === 0 && added.overrides.length === 0)
    throw new Trouble('nothing to add: give --attempt, --teach-back, --read-back-by or --override');
  return added;
}

function momentOf(text: string | undefined, zone: Zone, now: Instant): string {
  const at = text === undefined ? now : parseInstant(text, zone, 'earlier');
  if (at === undefined)
    throw new Trouble(`--at: \`${text}\` is no moment; write it like 2026-11-20T14:30`);
  if (at > now) throw new Trouble(`--at: \`${text}\` is in the future`);
  return zone.format(at);
}

function callOf(options: AdditionOptions, at: string): CallLog {
  const { attempt: outcome, spokeWith, teachBack, readBackBy } = options;
  if (spokeWith !== undefined && outcome !== 'reached')
    throw new Trouble('--spoke-with goes with --attempt reached');
  return {
    attempts:
      outcome === undefined
        ? []
        : [{ at, outcome, ...(spokeWith === undefined ? {} : { spoke_with: spokeWith }) }],
    ...(teachBack === undefined ? {} : { teach_back: teachBack === 'yes' }),
    ...(readBackBy === undefined ? {} : { read_back: { by: readBackBy.trim(), at } }),
  };
}

function overridesOf(options: AdditionOptions, site: Site, at: string): Override[] {
  const { override: disposition, reason, decidedBy, comment } = options;
  if (disposition === undefined) {
    if (reason !== undefined || decidedBy !== undefined || comment !== undefined)
      throw new Trouble('--reason, --decided-by and --comment go with --override');
    return [];
  }
  const code = given('--reason', reason);
  return [
    {
      by: given('--decided-by', decidedBy),
      reason: code,
      reason_words: wordsOf(code, site),
      comment: given('--comment', comment),
      at,
      disposition,
    },
  ];
}

function given(option: string, text: string | undefined): string {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '')
    throw new Trouble(
      `${option} is missing: whoever decides otherwise gives a coded reason, a name and a comment`,
    );
  return trimmed;
}

/** The words of a reason, as the site has them on this day. */
function wordsOf(code: string, { override_reasons: reasons }: Site): string {
  const words = reasons[code];
  if (words !== undefined) return words;
  const codes = Object.keys(reasons);
  const known =
    codes.length === 0
      ? 'the site file has none: write them under `override_reasons`'
      : `those of the site are ${codes.join(', ')}`;
  const { help } = didYouMean(code, codes);
  throw new Trouble(
    `--reason: there is no \`${code}\`; ${help === undefined ? '' : `${help} `}${known}`,
  );
}
