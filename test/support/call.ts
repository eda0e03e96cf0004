import type { Ask, Reply } from '../../src/interview/ask/ask.ts';
import { askOf } from '../../src/interview/ask/ask-at.ts';
import {
  closingPosition,
  type Said,
  type Session,
  startSession,
} from '../../src/interview/session.ts';
import { intakeOf, type Tools } from '../../src/interview/standing.ts';
import { type InterviewState, NOTHING_ASKED } from '../../src/interview/state.ts';
import { takeReply } from '../../src/interview/take-reply.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import { parseInstant } from '../../src/time/parse-time.ts';
import { shippedScreener, shippedVocabulary } from './shipped.ts';

const recogniser = new Recogniser(shippedVocabulary);

/** The tools of an interview held at this moment in Anchorage. */
export function toolsAt(now: string): Tools {
  const instant = parseInstant(now, shippedScreener.zone, 'earlier');
  if (instant === undefined) throw new Error(`no moment: ${now}`);
  return { screener: shippedScreener, vocabulary: shippedVocabulary, recogniser, now: instant };
}

/** A call with a patient, typed key by key, without a terminal. */
export class Call {
  readonly tools: Tools;
  session: Session;
  said: readonly Said[] = [];
  /** Keys that were pressed, Enter among them, and those of them that spell a free text. */
  keys = 0;
  letters = 0;
  asks = 0;

  constructor(now: string, state: InterviewState = NOTHING_ASKED) {
    this.tools = toolsAt(now);
    this.session = startSession(state, this.tools);
  }

  get ask(): Ask {
    return askOf(this.session, this.tools);
  }

  get state(): InterviewState {
    return this.session.state;
  }

  /** What is asked now, by the name of its fact or of what is on the screen. */
  get at(): string {
    const { position } = this.session;
    if (position.at === 'closing') return `call.${position.step}`;
    if (position.at !== 'step') return position.at;
    const { step } = position;
    if (step.kind === 'question') return step.id;
    if (step.kind === 'group') return `group.${step.id}`;
    if (step.kind === 'another') return step.list;
    return `${step.list}[${step.index}].${step.kind === 'field' ? step.field : 'name'}`;
  }

  /** Types each text in turn; throws when one of them is refused. */
  type(...texts: readonly string[]): this {
    for (const text of texts) {
      const reply = this.try(text);
      if (reply.is === 'refused') throw new Error(`${this.at}: ${text}: ${reply.message}`);
    }
    return this;
  }

  /** Types one text, whatever comes of it. */
  try(text: string): Reply {
    const { ask } = this;
    const reply = ask.read(text);
    this.#count(ask, text);
    const turn = takeReply(this.session, reply, this.tools);
    this.session = turn.session;
    this.said = turn.said;
    return reply;
  }

  /** As if the program was killed and started again. */
  restart(): void {
    this.session = startSession(this.state, this.tools);
  }

  /** Goes on after the decision, once the result is told: with the end of the call. */
  close(): this {
    if (this.at !== 'finished') throw new Error(`not decided: ${this.at}`);
    const position = closingPosition(this.state, this.tools);
    this.session = { ...this.session, position };
    return this;
  }

  /** Answers what is asked from a table, until something is asked that it does not hold. */
  answerFrom(table: Readonly<Record<string, string>>): this {
    for (let text = table[this.at]; text !== undefined; text = table[this.at]) this.type(text);
    return this;
  }

  get notes(): readonly string[] {
    return this.said.flatMap((each) => (each.is === 'note' ? [each.text] : []));
  }

  /** The file that the answers become. */
  get intake(): Readonly<Record<string, unknown>> {
    return intakeOf(this.session.state, this.tools);
  }

  #count({ kind }: Ask, text: string): void {
    this.asks += 1;
    this.keys += text.length;
    if (kind === 'line' && !/^[-0?]$/.test(text)) {
      this.letters += text.length;
      this.keys += 1;
    } else if (text === '' || (kind === 'list' && text !== '0')) this.keys += 1;
  }
}

/** A healthy patient, ahead of the day. */
export const HEALTHY: Readonly<Record<string, string>> = {
  id: 'A-1024',
  'patient.age_years': '45',
  'patient.sex': '2',
  'procedure.type': '1',
  'procedure.at': '11/24 9am',
  'procedure.sedation': '-',
  'procedure.steroid': '-',
  'procedure.contrast': '-',
  'neuro.red_flags': '0',
  medications: '0',
  supplements: '0',
  'bleeding.disorders': '0',
  'bleeding.history': '0',
  'bleeding.new_unexplained': 'n',
  'diabetes.type': '0',
  'infection.active': 'n',
  'infection.site_skin': 'n',
  'infection.antibiotics': '0',
  'infection.covid_on': '-',
  'vaccine.kind': '0',
  'health.conditions': '0',
  'health.events': '0',
  'health.neck_surgery_planned_on': '-',
  'kidney.crcl_ml_min': '-',
  'group.allergies': '0',
  'steroid.injections_last_12_months': '0',
  last_alcohol_at: '-',
  'blood_pressure.symptoms': 'n',
  'consent.able': 'y',
  can_lie_prone: 'y',
  'driver.arranged': 'y',
};

/** What is asked at the end of a call. */
export const CLOSING: Readonly<Record<string, string>> = {
  'call.by': 'Kim RN',
  'call.spoke_with': '1',
  'call.teach_back': 'y',
  'call.read_back': 'Dr. Li',
};

/** What is asked besides on the day. */
export const ON_THE_DAY: Readonly<Record<string, string>> = {
  ...HEALTHY,
  'last_meal.kind': '1',
  'last_meal.at': 'last night 7pm',
  'last_drink.kind': '1',
  'last_drink.at': '6am',
  'infection.temperature_c': '98.1 F',
  'blood_pressure.systolic': '128',
  'blood_pressure.diastolic': '78',
};

/** A call in which everything up to this fact is answered from the table. */
export function callUpTo(
  fact: string,
  now = '2026-11-20T10:00',
  table: Readonly<Record<string, string>> = HEALTHY,
): Call {
  const { [fact]: _, ...before } = table;
  const call = new Call(now).answerFrom(before);
  if (call.at !== fact) throw new Error(`stopped at ${call.at}`);
  return call;
}
