/**
 * A response, alone or with the resources of its Bundle, to answers. Medicines join the list of medicines; conditions
 * and allergies that the rules know make its answers stricter. Those that they do not know are left aside, as
 * `fhir.condition` and `fhir.allergy`, for a mapping that has a use for them.
 */
import { isObject } from '../../intake/flatten.ts';
import type { RowAnswers, RowFault } from '../row.ts';
import { chartEntry, type ChartEntry } from './chart-entry.ts';
import type { ChartIndex } from './chart-index.ts';
import { foldChart } from './fold-chart.ts';
import { medicineEntry, type NameOfCode } from './medicine-entry.ts';
import { dayText, entriesOf, objectsAt, type Resource, textAt } from './resource.ts';
import { MEDICINE_TYPES } from './split-bundle.ts';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const STATES: Readonly<Record<string, string>> = {
  'asked-unknown': 'unknown',
  unknown: 'unknown',
  'asked-declined': 'declined',
};
const LISTS = ['medications', 'supplements'] as const;

/** What is known of the codes in a Bundle. */
export interface KnownCodes {
  readonly nameOfCode: NameOfCode;
  readonly chart: ChartIndex;
}

export function fhirAnswers(resource: Resource, { nameOfCode, chart }: KnownCodes): RowAnswers {
  const all = resource.resourceType === 'Bundle' ? entriesOf(resource) : [resource];
  const responses = all.filter(({ resourceType }) => resourceType === 'QuestionnaireResponse');
  const [response] = responses;
  if (!response || responses.length > 1)
    return reject('no-response', noResponse(resource.resourceType, all.length, responses.length));
  if (response['status'] === 'entered-in-error')
    return reject('entered-in-error', 'the response was entered in error');
  const reading = new Reading();
  reading.items(response);
  const told = all.filter(({ resourceType }) => MEDICINE_TYPES.has(resourceType));
  for (const each of told) {
    const read = medicineEntry(each, all, nameOfCode);
    if (read === 'unresolved')
      reading.fault(
        'unresolved-medicine',
        'medications',
        `what a ${each.resourceType} is of cannot be found`,
      );
    else if (read) reading.add('medications', read);
  }
  const entries = all.flatMap((each) => chartEntry(each, chart) ?? []);
  const notes = foldChart(entries, reading);
  const read = reading.end(response);
  return read.ok && entries.length > 0 ? { ...read, chart: notes, aside: aside(entries) } : read;
}

/** Why a resource is not the answers of one patient. */
function noResponse(type: string, resources: number, responses: number): string {
  if (responses > 1) return `it holds ${responses} QuestionnaireResponses of one subject`;
  return type === 'Bundle' && resources > 0
    ? 'no QuestionnaireResponse of the same subject stands beside these resources'
    : `found a resource of type ${type}, expected a QuestionnaireResponse`;
}

/** The names of what the rules do not know, over or not: whether it matters is not for us to say. */
function aside(entries: readonly ChartEntry[]): Readonly<Record<string, readonly string[]>> {
  const unknown = (kind: ChartEntry['of']): string[] =>
    entries
      .filter(({ of, matches }) => of === kind && matches.length === 0)
      .map(({ name }) => name);
  const columns = { 'fhir.condition': unknown('conditions'), 'fhir.allergy': unknown('allergies') };
  return Object.fromEntries(Object.entries(columns).filter(([, names]) => names.length > 0));
}

function reject(code: string, message: string): RowAnswers {
  return { ok: false, faults: [{ code, field: '', message }] };
}

class Reading {
  readonly #answers = new Map<string, unknown>();
  readonly #faults: RowFault[] = [];

  fault(code: string, field: string, message: string): void {
    this.#faults.push({ code, field, message });
  }

  /** One of several values: lists grow, and a second value of anything else is left for its reader to refuse. */
  add(fact: string, value: unknown): void {
    const present = this.#answers.get(fact);
    if (present === undefined) this.#answers.set(fact, [value]);
    else if (Array.isArray(present)) present.push(value);
    else this.fault('duplicate-field', fact, 'it is answered twice');
  }

  values(fact: string): readonly unknown[] | undefined {
    const present = this.#answers.get(fact);
    return Array.isArray(present) ? present : undefined;
  }

  replace(fact: string, values: readonly unknown[]): void {
    this.#answers.set(fact, values);
  }

  items(parent: unknown): void {
    for (const item of objectsAt(parent, 'item')) {
      const linkId = String(item['linkId']);
      const list = LISTS.find((each) => each === linkId);
      const state = stateOf(item);
      if (state !== undefined) this.add(linkId, state);
      else if (list && objectsAt(item, 'item').length > 0) this.#medicine(list, item);
      else {
        for (const answer of objectsAt(item, 'answer')) this.#answer(linkId, answer);
        this.items(item);
      }
    }
  }

  end(response: Resource): RowAnswers {
    if (this.#faults.length > 0) return { ok: false, faults: this.#faults };
    const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
    // A single value stands for itself; the reader of a list takes one too.
    const answers = [...this.#answers].map(
      ([fact, value]) =>
        [
          fact,
          isList(value) && value.length === 1 && !isObject(value[0]) ? value[0] : value,
        ] as const,
    );
    const identifier = textAt(response, 'identifier', 'value');
    const authored = textAt(response, 'authored');
    return {
      ok: true,
      answers: {
        ...(identifier === undefined ? {} : { id: identifier }),
        ...(authored === undefined ? {} : { screened_at: endOf(authored) }),
        ...Object.fromEntries(answers),
      },
    };
  }

  #answer(linkId: string, answer: Readonly<Record<string, unknown>>): void {
    const value = stateOf(answer) ?? valueOf(answer);
    if (value === undefined)
      this.fault('wrong-type', linkId, 'the answer has no value that can be read');
    else this.add(linkId, value);
    this.items(answer);
  }

  #medicine(list: string, group: unknown): void {
    const entry: Record<string, unknown> = {};
    for (const item of objectsAt(group, 'item')) {
      const linkId = String(item['linkId']);
      const field = linkId.startsWith(`${list}.`) ? linkId.slice(list.length + 1) : linkId;
      const [answer] = objectsAt(item, 'answer');
      const value = answer && (stateOf(answer) ?? valueOf(answer));
      if (value !== undefined) entry[field] = value;
    }
    const isNone =
      Object.keys(entry).length === 1 && String(entry['name']).trim().toLowerCase() === 'none';
    this.add(list, isNone ? 'none' : entry);
  }
}

/** A day without an hour, as FHIR allows, is its last minute: the later the answers, the less time is left. */
function endOf(dateTime: string): string {
  return dayText(dateTime) === dateTime ? `${dateTime}T23:59` : dateTime;
}

function stateOf(element: unknown): string | undefined {
  const reason = objectsAt(element, 'extension').find(({ url }) => url === ABSENT);
  return STATES[textAt(reason, 'valueCode') ?? ''];
}

function valueOf(answer: Readonly<Record<string, unknown>>): unknown {
  const coding = answer['valueCoding'];
  if (isObject(coding)) return textAt(coding, 'code') ?? textAt(coding, 'display');
  const quantity = answer['valueQuantity'];
  if (isObject(quantity)) {
    const unit = textAt(quantity, 'unit') ?? textAt(quantity, 'code');
    const value = quantity['value'];
    return typeof value === 'number' && unit !== undefined ? `${value} ${unit}` : value;
  }
  for (const type of [
    'Boolean',
    'Decimal',
    'Integer',
    'Date',
    'DateTime',
    'String',
    'Time',
  ] as const) {
    const value = answer[`value${type}`];
    if (value !== undefined) return value;
  }
  return undefined;
}
