import { readNumber } from '../../intake/read-number.ts';
import type { Question } from '../../rules/schema/question.ts';
import { answerWords } from '../words/answer-words.ts';
import {
  type Ask,
  EVERYWHERE,
  offer,
  type Offer,
  readCommand,
  refused,
  type Reply,
} from './ask.ts';
import { type AnswerKind, choice, list, tickedKeys, yesNo } from './answer-kinds.ts';
import { dayOfBirth } from '../day-of-birth.ts';
import { formatLocalDay } from '../../time/format-local.ts';
import { echoMoment, type MomentView, readMoment } from './ask-moment.ts';
import type { Towards } from '../words/moment-words.ts';

/** What a question needs to be put, beside its own words. */
export interface QuestionView extends Towards {
  readonly heading: string;
  readonly progress: string;
  readonly now: number;
  /** The answer so far; undefined when there is none. */
  readonly value: unknown;
  readonly note: string | undefined;
  /** The site's answer where the question is passed over. */
  readonly planned: boolean | undefined;
  /** May be passed over: it is optional, and no rule at hand depends on it. */
  readonly mayBeSkipped: boolean;
  /** The answer cannot be left open: the screening is about nothing without it. */
  readonly isIdentity: boolean;
  readonly isFirst: boolean;
  readonly help: readonly string[];
  /** Why an answer cannot be taken; undefined when it can. */
  readonly fault: (value: unknown) => string | undefined;
}

export function askQuestion(
  question: Exclude<Question, { type: 'medicines' }>,
  view: QuestionView,
): Ask {
  const { readAnswer, ...kind } = kindOf(question, view);
  const ticked =
    question.type === 'list' && Array.isArray(view.value)
      ? tickedKeys(view.value, kind.options)
      : '';
  const offers = offersOf(view).filter(({ command }) => command !== 'keep' || ticked === '');
  return {
    ...kind,
    ...(ticked === '' ? {} : { text: ticked }),
    heading: view.heading,
    progress: view.progress,
    words: question.ask,
    offers,
    ...(view.value === undefined ? {} : { current: answerWords(question, view.value, view) }),
    ...(view.note === undefined ? {} : { note: view.note }),
    help: view.help,
    read: (text) => {
      const command = readCommand(text, offers);
      if (command) return command;
      if (text.trim() === '') return refused(needed(kind, offers));
      return checked(readAnswer(text), view);
    },
  };
}

function offersOf({ value, planned, mayBeSkipped, isIdentity, isFirst }: QuestionView): Offer[] {
  return [
    ...(value === undefined ? [] : [offer('keep')]),
    ...(value === undefined && planned !== undefined
      ? [offer('skip', `as planned: ${planned ? 'yes' : 'no'}`)]
      : []),
    ...(value === undefined && planned === undefined && mayBeSkipped
      ? [offer('skip', 'skip (optional)')]
      : []),
    ...(isIdentity ? [] : [offer('unknown'), offer('declined')]),
    ...(isFirst ? [] : [offer('back')]),
    ...EVERYWHERE.map((command) => offer(command)),
  ];
}

/** What is said of no answer at all. */
export function needed(
  { kind, options }: Pick<Ask, 'kind' | 'options'>,
  offers: Ask['offers'],
): string {
  if (kind === 'line') {
    const mayBeOpen = offers.some(({ command }) => command === 'unknown');
    if (offers.some(({ command }) => command === 'skip'))
      return 'an answer is needed, or - to skip';
    return mayBeOpen ? 'an answer is needed; u when it is not known' : 'an answer is needed';
  }
  const none = options.find(({ key }) => key === '0');
  return none && kind === 'list'
    ? 'an answer is needed: 0 says none of these'
    : 'an answer is needed: press one of the keys';
}

/** An answer is taken only if `check` would take it. */
function checked(reply: Reply, { fault }: Pick<QuestionView, 'fault'>): Reply {
  if (reply.is === 'which') {
    const readings = reply.readings.filter(({ value }) => fault(value) === undefined);
    const [only, another] = readings;
    if (only && !another) return { is: 'value', value: only.value };
    return readings.length > 0
      ? { ...reply, readings }
      : refused(fault(reply.readings[0]?.value) ?? reply.question);
  }
  const found = reply.is === 'value' ? fault(reply.value) : undefined;
  return found === undefined ? reply : refused(found);
}

function kindOf(
  question: Exclude<Question, { type: 'medicines' }>,
  view: QuestionView,
): AnswerKind {
  switch (question.type) {
    case 'yes-no':
      return yesNo();
    case 'choice':
      return choice(question.choices);
    case 'list':
      return list(question.choices);
    case 'number':
      return {
        kind: 'line',
        options: [],
        readAnswer: (text) => readAmount(question, text, view),
        echo: (text) => converted(question, text, view),
      };
    case 'date':
    case 'date-time': {
      const moment = momentView(question, view);
      return {
        kind: 'line',
        options: [],
        readAnswer: (text) => readMoment(text, moment),
        echo: (text) => echoMoment(text, moment),
      };
    }
    case 'text':
      return {
        kind: 'line',
        options: [],
        readAnswer: (text) => ({ is: 'value', value: text.trim() }),
      };
  }
}

type NumberQuestion = Extract<Question, { type: 'number' }>;

/** A plain number is kept as one, and a date of birth as the age; with a unit, it is kept as it was said. */
function readAmount(question: NumberQuestion, text: string, view: QuestionView): Reply {
  const plain = text.trim().replace(/^\./, '0.');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return { is: 'value', value: Number(plain) };
  const born = question.unit === 'years' ? dayOfBirth(plain, view) : undefined;
  return { is: 'value', value: born?.age ?? plain };
}

function converted(question: NumberQuestion, text: string, view: QuestionView): string | undefined {
  if (/^[\d.,\s]*$/.test(text)) return undefined;
  const born = question.unit === 'years' ? dayOfBirth(text, view) : undefined;
  if (born) return `= ${born.age} years (born ${formatLocalDay(born.day)})`;
  const read = readNumber(question, text.trim());
  return 'fault' in read ? undefined : `= ${read.value} ${question.unit ?? ''}`;
}

/** The procedure lies ahead; what is asked on the day lies before the procedure. */
function momentView(
  question: Extract<Question, { type: 'date' | 'date-time' }>,
  view: QuestionView,
): MomentView {
  const { zone, procedureAt, now } = view;
  const isProcedure = question.id === 'procedure.at';
  return {
    zone,
    now,
    procedureAt: isProcedure ? undefined : procedureAt,
    direction: isProcedure ? 'future' : question.direction,
    precision: question.type === 'date' ? 'day' : 'hour',
    ...(question.need === 'on-the-day' && procedureAt !== undefined ? { latest: procedureAt } : {}),
  };
}
