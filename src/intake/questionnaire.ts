/** The questionnaire for machines. */
import type { Question } from '../rules/schema/question.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** The header of a CSV file with a column for every question. */
export function csvTemplate({ questions }: RuleSet): string {
  return `${questions.map(({ id }) => id).join(',')}\n`;
}

const STATES = ['unknown', 'declined'];

/** A JSON Schema (2020-12) of an intake: every question under its dotted name, or nested by the parts of it. */
export function intakeJsonSchema({ title, questions }: RuleSet): unknown {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Intake for ${title}`,
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: { ...flatProperties(questions), ...nestedProperties(questions) },
  };
}

function flatProperties(questions: readonly Question[]): Record<string, unknown> {
  return Object.fromEntries(questions.map((question) => [question.id, property(question)]));
}

function nestedProperties(questions: readonly Question[]): Record<string, unknown> {
  const groups = new Map<string, Record<string, unknown>>();
  for (const question of questions) {
    const [group = '', ...rest] = question.id.split('.');
    if (rest.length === 0) continue;
    groups.set(group, { ...groups.get(group), [rest.join('.')]: property(question) });
  }
  const nested = [...groups].map(([group, properties]) => [
    group,
    { type: ['object', 'null'], additionalProperties: false, properties },
  ]);
  return Object.fromEntries(nested) as Record<string, unknown>;
}

/** Answers without which there is no intake: they cannot be unknown. */
const IDENTITY = new Set(['id', 'procedure.type', 'procedure.at']);

function property(question: Question): unknown {
  const described = { title: question.id, description: question.ask };
  if (IDENTITY.has(question.id)) return { ...described, ...answerSchema(question) };
  return { ...described, anyOf: [answerSchema(question), { enum: STATES }, { type: 'null' }] };
}

function answerSchema(question: Question): object {
  switch (question.type) {
    case 'yes-no':
      return { anyOf: [{ type: 'boolean' }, { enum: ['yes', 'no'] }] };
    case 'choice':
      return { enum: Object.keys(question.choices) };
    case 'list':
      return {
        anyOf: [
          { type: 'array', items: { enum: Object.keys(question.choices) }, uniqueItems: true },
          { type: 'string', description: 'the values, separated by semicolons' },
        ],
      };
    case 'number': {
      const [minimum, maximum] = question.between;
      return {
        anyOf: [
          { type: 'number', minimum, maximum },
          { type: 'string', description: 'with its unit' },
        ],
      };
    }
    case 'date':
      return { type: 'string', format: 'date' };
    case 'date-time':
      return { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}` };
    case 'text':
      return { type: 'string' };
    case 'medicines':
      return {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, MEDICINE] } },
        ],
      };
  }
}

const MEDICINE = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    dose: { type: 'string' },
    regimen: { enum: ['prophylactic', 'therapeutic', 'daily', 'weekly'] },
    route: { enum: ['oral', 'injection', 'topical', 'eye', 'inhaled'] },
    last_taken: { type: 'string', description: 'a date, or a date with its hour' },
    still_taking: { type: 'boolean' },
    taken_for: { type: 'string' },
    prescriber_agrees: { type: 'boolean' },
  },
};
