/** Asks for the name of a medicine, recognised at once, and for what a rule needs to know of it. */
import { isNotTaken, type Recognition } from '../../medicines/recognition.ts';
import type { Question } from '../../rules/schema/question.ts';
import {
  type Ask,
  EVERYWHERE,
  offer,
  type Offer,
  type Option,
  type Reading,
  readCommand,
  refused,
  type Reply,
} from './ask.ts';
import { type MedicineView, recognisedWords } from '../words/medicine-lines.ts';
import { readSpoken } from '../../time/spoken/spoken-time.ts';
import { momentText } from '../words/moment-words.ts';
import { REASON_WORDS } from '../words/medicine-words.ts';
import type { RawMedicine } from '../state.ts';

/** How the value of a reply to "which medicine" is told from an answer about the list. */
export const NO_MORE = 'no-more';

const SUGGESTIONS = 6;

export interface NameView extends MedicineView {
  readonly heading: string;
  readonly progress: string;
  readonly question: Question;
  /** What is named already, a row each. */
  readonly named: readonly Option[];
  /** The name that is being changed; undefined for one more. */
  readonly changing: string | undefined;
  readonly note: string | undefined;
  readonly help: readonly string[];
}

export function askName(view: NameView): Ask {
  const { named, changing, question } = view;
  const isAnother = changing === undefined;
  const isFirst = isAnother && named.length === 0;
  const offers: Offer[] = [
    ...(isAnother ? [] : [offer('keep'), offer('remove')]),
    ...(isFirst ? [offer('unknown'), offer('declined')] : []),
    offer('back'),
    ...EVERYWHERE.map((command) => offer(command)),
  ];
  const none = { key: '0', label: isFirst ? 'none' : 'no more' };
  return {
    kind: 'line',
    heading: view.heading,
    progress: view.progress,
    table: named,
    words: isAnother
      ? isFirst
        ? question.ask
        : 'Another one? The number of a row changes or removes it.'
      : `Which medicine is it, instead of ${changing}?`,
    options: isAnother ? [none] : [],
    offers,
    ...(isAnother ? {} : { current: changing }),
    ...(view.note === undefined ? {} : { note: view.note }),
    help: view.help,
    read: (text) => {
      const command = readCommand(text, offers);
      if (command) return command;
      const typed = text.trim();
      if (isAnother && typed === '0') return { is: 'value', value: NO_MORE };
      const row = named.findIndex(({ key }) => key === typed);
      if (row !== -1) return { is: 'row', index: row };
      if (typed === '')
        return refused(
          isFirst
            ? 'an answer is needed: a name, or 0 for none'
            : 'a name, or 0 when there are no more',
        );
      return readName(typed, view);
    },
    echo: (text) => echoName(text.trim(), view),
    complete: (text) =>
      text.trim().length < 2 ? [] : view.recogniser.complete(text.trim(), SUGGESTIONS),
  };
}

/** As long as a name may be in the making, nothing is said of it not being recognised. */
function echoName(typed: string, view: NameView): string | undefined {
  const parts = view.recogniser.read(typed);
  if (parts.length > 1) return parts.map((each) => echoPart(each, view)).join('; ');
  const known = view.recogniser.recognise(typed);
  if (known.match === 'none' && view.recogniser.complete(typed, 1).length > 0) return undefined;
  return typed.length < 3 ? undefined : recognisedWords(known, view);
}

function echoPart(part: Recognition, view: NameView): string {
  const { generic, match, asWritten: written } = part;
  if (isNotTaken(part.status)) return `not taken: ${generic ?? written}`;
  return match === 'none' ? `"${written}" is not recognised` : recognisedWords(part, view);
}

/** Several medicines in one line are taken apart; what is said not to be taken is not listed. */
function readName(typed: string, view: NameView): Reply {
  const parts = view.recogniser.read(typed);
  const taken = parts.filter(({ status }) => !isNotTaken(status));
  if (parts.length > 1 && taken.length > 0) {
    const [open, ...others] = taken.filter(({ match }) => match === 'none');
    const known = taken.filter(({ match }) => match !== 'none');
    const entries = known.map((each) => entryOf(each.asWritten, each, view));
    if (!open) return { is: 'value', value: entries };
    if (others.length === 0) return notRecognised(open.asWritten, open, view, entries);
  }
  const known = view.recogniser.recognise(typed);
  if (isNotTaken(known.status) || (parts.length > 0 && taken.length === 0))
    return refused('that says that it is not taken, so it is not listed; name what is taken');
  if (known.match === 'none') return notRecognised(typed, known, view);
  if (known.match !== 'spelling') return { is: 'value', value: [entryOf(typed, known, view)] };
  const meant = corrected(typed, known.name ?? typed, view);
  return {
    is: 'which',
    question: `"${typed}" looks misspelt. Is it this?`,
    readings: [reading(meant, known, view), asWritten(typed, known, view)],
  };
}

/** What a line may mean: the medicines to list. */
interface NameReading extends Reading {
  readonly value: readonly RawMedicine[];
}

/** Asks which one is meant; `beside` are those of the same line that are known. */
function notRecognised(
  typed: string,
  known: Recognition,
  view: NameView,
  beside: readonly RawMedicine[] = [],
): Reply {
  const ask = known.ask === undefined ? 'Ask for the name on the label.' : known.ask;
  const readings = [
    ...known.suggestions.map((name) => reading(corrected(typed, name, view), known, view)),
    asWritten(typed, known, view),
  ];
  return {
    is: 'which',
    question: `"${typed}" is not recognised. ${ask}`,
    readings: readings.map(({ label, value }) => ({ label, value: [...beside, ...value] })),
  };
}

function reading(name: string, told: Recognition, view: NameView): NameReading {
  const known = view.recogniser.recognise(name);
  return {
    label: `${name} ${recognisedWords(known, view)}`,
    value: [entryOf(name, { ...told, ...known }, view)],
  };
}

function asWritten(typed: string, known: Recognition, view: NameView): NameReading {
  return {
    label: 'None of these: keep it as written, for the physician',
    value: [entryOf(typed, known, view)],
  };
}

/** The name that was meant, with the dose and the rest as written, where that can still be read. */
function corrected(typed: string, name: string, { recogniser }: NameView): string {
  const rest = /\s(\d.*)$/.exec(typed)?.[1];
  const whole = rest === undefined ? name : `${name} ${rest}`;
  return recogniser.recognise(whole).generic === recogniser.recognise(name).generic ? whole : name;
}

/** The medicine, with what its words tell already. */
function entryOf(
  name: string,
  { lastTaken, status, takenFor }: Recognition,
  { zone, now }: MedicineView,
): RawMedicine {
  const spoken =
    lastTaken === undefined ? undefined : readSpoken(lastTaken, { zone, now, direction: 'past' });
  const [moment, another] = spoken?.is === 'moments' ? spoken.moments : [];
  return {
    name,
    ...(moment && !another ? { last_taken: momentText(moment) } : {}),
    ...(status === 'stopped' ? { still_taking: false } : {}),
    ...(takenFor !== undefined && takenFor in REASON_WORDS ? { taken_for: takenFor } : {}),
  };
}
