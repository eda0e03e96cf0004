import { OUTCOME_WORDS } from '../../interview/call-log.ts';
import { formatLocalTime } from '../../time/format-local.ts';
import { readBack } from '../../time/parse-time.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import type { PaperSource } from './paper-source.ts';
import { item } from './plain-layout.ts';

/** What became of the call: attempts, who spoke, whether the instructions were said back. */
export function callLines({ call, zone }: PaperSource): string[] {
  if (!call) return [];
  const { attempts, teach_back: taught, read_back: heard } = call;
  return [
    ...attempts.flatMap(({ at, outcome, spoke_with: whom }) =>
      item(
        `${formatLocalTime(readBack(at), zone)}: ${OUTCOME_WORDS[outcome]}${whom === undefined ? '' : `, spoke with ${whom}`}`,
      ),
    ),
    ...(taught === undefined
      ? []
      : item(`Teach-back: ${taught ? 'done' : 'not done'}, in the patient's own words.`)),
    ...(heard === undefined
      ? []
      : item(
          `Read back by ${heard.by}${heard.at === undefined ? '' : `, ${formatLocalTime(readBack(heard.at), zone)}`}.`,
        )),
  ];
}

/** Who decided otherwise, and why. */
export function overrideLines({ overrides = [], zone }: PaperSource): string[] {
  return overrides.flatMap(({ by, at, disposition, reason_words: reason, comment }) =>
    item(
      `${DISPOSITION_WORDS[disposition]} by ${by}, ${formatLocalTime(readBack(at), zone)}: ${reason}${comment === '' ? '' : ` (${comment})`}`,
    ),
  );
}
