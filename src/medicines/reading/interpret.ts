import { speaksOfAnother } from './another-thing.ts';
import { defined } from '../defined.ts';
import { isUnmistakable } from './denial.ts';
import { believed, isDoubtful } from './doubt.ts';
import type { Entry, Lexicon } from '../lexicon.ts';
import type { Line } from './line.ts';
import { mentionIn } from './mention.ts';
import { type Recognition, unrecognised } from '../recognition.ts';
import type { Tells } from '../schema.ts';
import { EDIT } from '../spelling/slips.ts';
import { recogniseAs } from './recognise-as.ts';
import type { Named } from './subjects.ts';
import { mergeTells } from './tells.ts';
import type { KnownIngredient } from '../vocabulary.ts';

const MOST_SUGGESTIONS = 8;

/** Shorter words begin too many names; more names of one beginning would leave no room for the nearest. */
const LETTERS_BEGUN = 4;
const MOST_BEGUN = 3;

/** How often it is taken, as a schedule that rules know. */
const SCHEDULES: { readonly [Frequency in NonNullable<Tells['frequency']>]?: 'daily' | 'weekly' } =
  {
    daily: 'daily',
    'twice-daily': 'daily',
    'three-times-daily': 'daily',
    'four-times-daily': 'daily',
    weekly: 'weekly',
  };

/** Says what a line means. It is recognised only when every word of it was read and it names one medicine. */
export function interpret(text: string, line: Line, named: Named, lexicon: Lexicon): Recognition {
  const tellings = named.about.flatMap((each) => (each.kind === 'phrase' ? [each.tells] : []));
  const medicines = named.subjects.filter(({ entry }) => entry.product);
  const { told, ...recognised } = recogniseAs(medicines, lexicon);
  const open = named.subjects.filter(
    ({ entry }) => !entry.product && !describes(entry, recognised),
  );
  const isRead = named.unread.length === 0;
  const isOne = new Set([...medicines, ...open].map(({ entry }) => entry.identity)).size <= 1;
  const { status } = mergeTells(tellings);
  const isClear =
    isRead &&
    isUnmistakable(text, line, named) &&
    (medicines.length === 0 || !speaksOfAnother(text, line, named, lexicon));
  if (
    !isClear ||
    medicines.length === 0 ||
    open.length > 0 ||
    (status && !isOne) ||
    isDoubtful(named, medicines, lexicon)
  ) {
    return {
      ...unrecognised(text, []),
      ...questions(named, lexicon),
      ...(isClear && isOne ? aboutMedicine(line, mergeTells(tellings)) : {}),
      ...defined({ mentions: mentionIn(text, named, lexicon) }),
    };
  }
  const { regimen, ...about } = aboutMedicine(
    line,
    believed(mergeTells([told, ...tellings]), medicines, lexicon),
  );
  const schedule = scheduleOf(recognised.ingredients, about.frequency);
  const isOpen = (about.route ?? regimen ?? schedule) === undefined;
  const presentation = isOpen
    ? medicines.map(({ entry }) => lexicon.presentation(entry)).find((each) => each)
    : undefined;
  return {
    asWritten: text,
    ...recognised,
    classes: lexicon.classesOf(recognised.ingredients, about.route && told.route),
    over_the_counter: isOverTheCounter(recognised.ingredients, about),
    suggestions: presentation?.names ?? [],
    ...about,
    ...defined({ regimen: regimen ?? schedule, ask: presentation?.ask }),
  };
}

/** Sold without a prescription: every ingredient, in that strength, and the product itself. */
function isOverTheCounter(
  ingredients: readonly KnownIngredient[],
  { strength, prescription }: Pick<Recognition, 'strength' | 'prescription'>,
): boolean {
  const most = Math.max(...ingredients.map(({ counter_mg: mg = Infinity }) => mg));
  const isTooStrong = strength?.unit === 'mg' && strength.value > most;
  return !prescription && !isTooStrong && ingredients.every((each) => each.over_the_counter);
}

/**
 * Whether words that are no name only describe the medicine beside them: "brand (its class)". One of no concern
 * they describe only where they can mean nothing else.
 */
function describes({ word }: Entry, { classes }: Pick<Recognition, 'classes'>): boolean {
  const means = word?.means ?? [];
  const isWithin = means.length > 0 && means.every((id) => classes.includes(id));
  return isWithin || means.some((id) => id !== 'no-action' && classes.includes(id));
}

type About = Pick<
  Recognition,
  | 'strength'
  | 'route'
  | 'form'
  | 'frequency'
  | 'regimen'
  | 'prescription'
  | 'status'
  | 'takenFor'
  | 'lastTaken'
>;

/** What the words tell of the medicine. None taken since a day is a medicine stopped on that day. */
function aboutMedicine(line: Line, { status, taken_for: takenFor, ...told }: Tells): About {
  const isOff = status === 'stopped' || status === 'denied';
  const lastTaken = line.dates.find(
    ({ use }) => use === 'last-taken' || (use === 'if-stopped' && isOff),
  )?.words;
  const since = status === 'denied' && lastTaken !== undefined ? 'stopped' : status;
  return {
    ...told,
    ...defined({
      strength: line.strengths[0],
      takenFor,
      lastTaken,
      status: since === 'taking' ? undefined : since,
    }),
  };
}

function scheduleOf(
  ingredients: readonly KnownIngredient[],
  frequency: Tells['frequency'],
): Recognition['regimen'] {
  return frequency && ingredients.some(({ scheduled }) => scheduled)
    ? SCHEDULES[frequency]
    : undefined;
}

/** The names that may have been meant by their beginning alone. */
function begunBy(written: string, lexicon: Lexicon): string[] {
  const begun = written.length < LETTERS_BEGUN ? [] : lexicon.beginning(written);
  return begun.slice(0, MOST_BEGUN).map(({ spelled }) => spelled);
}

/** What to ask back about a line that was not recognised: variants, the meaning of words, the nearest names. */
function questions(
  { subjects, unread }: Named,
  lexicon: Lexicon,
): Pick<Recognition, 'suggestions' | 'ask' | 'means'> {
  const variants = subjects.flatMap(({ entry }) => entry.variant ?? []);
  const words = subjects.flatMap(({ entry }) => entry.word ?? []);
  const known = subjects.flatMap(({ entry }) => (entry.product ? [entry.spelled] : []));
  // Beside a name that is known, a word is more likely no name than one far off.
  const limit = known.length > 0 ? EDIT : undefined;
  const near = unread.flatMap(({ nearest }) =>
    nearest(limit).flatMap(({ entry }) => (entry.kind === 'word' ? [] : [entry.spelled])),
  );
  const begun = unread.flatMap(({ written }) => begunBy(written, lexicon));
  // A variant that was misspelt comes before the others of its brand.
  const brands = subjects.flatMap(({ entry }) => (entry.variant ? [entry.spelled] : []));
  const own = near.filter((name) => brands.some((brand) => name.startsWith(brand)));
  const stems = lexicon.vocabulary.stems.filter(({ ending }) =>
    unread.some(({ written }) => written.endsWith(ending)),
  );
  const means = [...new Set([...words, ...stems].flatMap((each) => each.means))];
  return {
    suggestions: [
      ...new Set([...own, ...variants.flatMap(({ names }) => names), ...known, ...begun, ...near]),
    ].slice(0, MOST_SUGGESTIONS),
    ...defined({
      ask: (variants[0] ?? words[0])?.ask,
      means: means.length > 0 ? means : undefined,
    }),
  };
}
