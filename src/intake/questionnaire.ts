/** The questionnaire for machines. */
import type { Question } from '../rules/schema/question.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** The header of a CSV file with a column for every question. */
export function csvTemplate({ questions }: RuleSet): string {
  return `${questions.map(({ id }) => id).join(',')}\n`;
}

const STATES = ['unknown', 'declined'];

/** A JSON Schema (2020-12) of an intake with dotted names. */
export function intakeJsonSchema(ruleSet: RuleSet): unknown {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Intake for ${ruleSet.title}`,
    type: 'object',
    required: ['id', 'procedure.type', 'procedure.at'],
    additionalProperties: false,
    properties: Object.fromEntries(ruleSet.questions.map((question) => [question.id, property(question)])),
  };
}

function property(question: Question): unknown {
  const described = { title: question.id, description: question.ask };
  return { ...described, anyOf: [answerSchema(question), { enum: STATES }, { type: 'null' }] };
}

function answerSchema(question: Question): unknown {
  switch (question.type) {
    case 'yes-no':
      return { anyOf: [{ type: 'boolean' }, { enum: ['yes', 'no'] }] };
    case 'choice':
      return { enum: Object.keys(question.choices) };
    case 'list':
      return { type: 'array', items: { enum: Object.keys(question.choices) }, uniqueItems: true };
    case 'number': {
      const [minimum, maximum] = question.between;
      return { anyOf: [{ type: 'number', minimum, maximum }, { type: 'string', description: 'with its unit' }] };
    }
    case 'date':
      return { type: 'string', format: 'date' };
    case 'date-time':
      return { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}` };
    case 'text':
      return { type: 'string' };
    case 'medicines':
      return { anyOf: [{ const: 'none' }, { type: 'array', items: { anyOf: [{ type: 'string' }, MEDICINE] } }] };
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
