import type { Question } from '../rules/schema/question.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { conditionText } from './rules/condition-text.ts';
import type { Palette } from './palette.ts';
import { labelled } from './wrap.ts';

const NEEDS = { required: 'required', 'on-the-day': 'required on the day', optional: 'optional' };

/** Every question by section: the words, the name of the fact, what may be answered and when it is asked. */
export function questionsText({ sections, questions }: RuleSet, palette: Palette): string {
  return sections
    .map(({ id, title }) => {
      const own = questions.filter(({ section }) => section === id);
      return [
        palette.heading(title),
        ...own.flatMap((question) => questionLines(question, palette)),
      ].join('\n');
    })
    .join('\n\n');
}

function questionLines(question: Question, palette: Palette): string[] {
  const when = question.when ? `; asked when ${conditionText(question.when)}` : '';
  return [
    ...labelled('-', question.ask, 4),
    ...labelled(
      '',
      `${question.id} (${needText(question)}): ${answersText(question)}${when}`,
      6,
    ).map((line) => palette.quiet(line)),
  ];
}

/** Whether it has to be answered, and when. */
export function needText({ need, ask_again: again }: Question): string {
  return `${NEEDS[need]}${again ? ', again on the day' : ''}`;
}

/** What may be answered. */
export function answersText(question: Question): string {
  switch (question.type) {
    case 'yes-no':
      return 'yes or no';
    case 'choice':
      return `one of ${Object.keys(question.choices).join(', ')}`;
    case 'list':
      return `any of ${Object.keys(question.choices).join(', ')}`;
    case 'number':
      return `${question.between.join(' to ')}${question.unit === undefined ? '' : ` ${question.unit}`}`;
    case 'date':
      return 'a date';
    case 'date-time':
      return 'a date with its hour';
    case 'text':
      return 'a text';
    case 'medicines':
      return 'medicines, or none';
  }
}
