/** The questionnaire as a FHIR R4 resource. The facts are its linkIds, so that a response is read back without a mapping. */
import type { RuleSet } from '../rules/rule-set.ts';
import type { Question } from '../rules/schema/question.ts';
import { MEDICINE_CHOICES } from './read-medicine.ts';

const BASE = 'urn:prescreen:questionnaire';

/** What is told of each medicine, in items below that of its list. */
const MEDICINE_ITEMS: readonly (readonly [string, string])[] = [
  ['name', 'string'],
  ['dose', 'string'],
  ['regimen', 'choice'],
  ['route', 'choice'],
  ['last_taken', 'dateTime'],
  ['still_taking', 'boolean'],
  ['taken_for', 'choice'],
  ['prescriber_agrees', 'boolean'],
];

/** What is not known or declined is told by the item's data-absent-reason: `asked-unknown`, `asked-declined`. */
export function fhirQuestionnaire({ id, version, title, sections, questions }: RuleSet): unknown {
  return {
    resourceType: 'Questionnaire',
    id,
    url: `${BASE}:${id}`,
    version,
    title,
    status: 'active',
    subjectType: ['Patient'],
    item: sections.map((section) => ({
      linkId: `section.${section.id}`,
      text: section.title,
      type: 'group',
      item: questions.filter((question) => question.section === section.id).map(itemOf),
    })),
  };
}

function itemOf(question: Question): unknown {
  const { id, ask } = question;
  const shared = { linkId: id, text: ask };
  switch (question.type) {
    case 'yes-no':
      return { ...shared, type: 'boolean' };
    case 'choice':
      return { ...shared, type: 'choice', answerOption: options(question.choices) };
    case 'list':
      return { ...shared, type: 'choice', repeats: true, answerOption: options(question.choices) };
    case 'number':
      return { ...shared, type: question.also === undefined ? 'decimal' : 'quantity' };
    case 'date':
      return { ...shared, type: 'date' };
    case 'date-time':
      return { ...shared, type: 'dateTime' };
    case 'text':
      return { ...shared, type: 'string' };
    case 'medicines':
      return {
        ...shared,
        type: 'group',
        repeats: true,
        item: MEDICINE_ITEMS.map(([field, type]) => medicineItem(id, field, type)),
      };
  }
}

/** A medicine named `none` says that there are none. */
function medicineItem(list: string, field: string, type: string): unknown {
  const choices =
    field in MEDICINE_CHOICES
      ? MEDICINE_CHOICES[field as keyof typeof MEDICINE_CHOICES]
      : undefined;
  return {
    linkId: `${list}.${field}`,
    text: field.replaceAll('_', ' '),
    type,
    ...(choices ? { answerOption: options(choices) } : {}),
  };
}

function options(choices: Readonly<Record<string, string>>): unknown {
  return Object.entries(choices).map(([code, display]) => ({ valueCoding: { code, display } }));
}
