import { OUTCOME_WORDS } from '../../interview/call-log.ts';
import { keyed, readKey } from '../../interview/ask/ask.ts';
import { readBack } from '../../time/parse-time.ts';
import { formatLocalTime } from '../../time/format-local.ts';
import type { Zone } from '../../time/zone.ts';
import type { Asker } from './asker.ts';
import { type FoundDraft, isOpenElsewhere } from './drafts.ts';

export type DraftChoice =
  | { readonly do: 'resume'; readonly draft: FoundDraft }
  | { readonly do: 'delete'; readonly draft: FoundDraft }
  | { readonly do: 'new' };

const SHOWN = 5;

/** Whether to take up an unfinished screening. The others stay where they are. */
export async function offerDrafts(
  drafts: readonly FoundDraft[],
  asker: Asker,
  zone: Zone,
): Promise<DraftChoice> {
  const words =
    drafts.length === 1
      ? 'A screening was not finished.'
      : `${drafts.length} screenings were not finished.`;
  const deleted = await choose(
    words,
    [
      ...drafts
        .slice(0, SHOWN)
        .map((draft) => [`Go on with ${titleOf(draft, zone)}`, { do: 'resume', draft }] as const),
      ['Start a new one; the unfinished stay', { do: 'new' }],
      ...drafts
        .slice(0, 1)
        .map((draft) => [`Delete ${nameOf(draft)}`, { do: 'delete', draft }] as const),
    ],
    asker,
  );
  if (deleted.do !== 'delete') return deleted;
  return choose(
    `Delete ${titleOf(deleted.draft, zone)} for good?`,
    [
      ['Keep it, and start a new one', { do: 'new' }],
      ['Delete it', deleted],
    ],
    asker,
  );
}

async function choose(
  words: string,
  choices: readonly (readonly [string, DraftChoice])[],
  asker: Asker,
): Promise<DraftChoice> {
  const options = keyed(choices.map(([label, value]) => ({ label, value })));
  const { reply } = await asker({
    kind: 'keys',
    heading: 'Unfinished screenings',
    words,
    options,
    offers: [],
    help: [],
    read: (text) => readKey(text, options, []),
  });
  return reply.is === 'value' ? (reply.value as DraftChoice) : { do: 'new' };
}

function titleOf(draft: FoundDraft, zone: Zone): string {
  const saved = `saved ${formatLocalTime(draft.saved_at, zone)}`;
  const where = isOpenElsewhere(draft) ? ['open in another window'] : [];
  return [nameOf(draft), saved, ...attemptWords(draft.state, zone), ...where].join(', ');
}

/** Whom a draft is about, and how much of it there is. */
function nameOf({ state }: FoundDraft): string {
  const id = state.answers['id'];
  const who = typeof id === 'string' || typeof id === 'number' ? String(id) : 'no number yet';
  return `${who}: ${plural(Object.keys(state.answers).length, 'answer')}`;
}

/** How the last call ended, and how many there were. */
function attemptWords({ call }: FoundDraft['state'], zone: Zone): readonly string[] {
  const last = call.attempts.at(-1);
  if (!last) return [];
  const when = formatLocalTime(readBack(last.at), zone);
  return [`${plural(call.attempts.length, 'call')}, last ${OUTCOME_WORDS[last.outcome]} ${when}`];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
