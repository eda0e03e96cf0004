import type { Answer } from '../../intake/answers.ts';
import { answerWords } from '../../interview/words/answer-words.ts';
import { GENERAL_NOTE, medicinePlace } from '../../interview/notes.ts';
import type { Question } from '../../rules/schema/question.ts';
import { formatDay } from '../../time/day.ts';
import type { Zone } from '../../time/zone.ts';
import { questionLabel } from '../question-label.ts';
import type { PaperSource } from './paper-source.ts';
import { hanging } from './plain-layout.ts';

/** Answers that stand elsewhere on every paper. */
const ELSEWHERE = new Set(['id', 'procedure.type', 'procedure.at', 'screened_at']);

/** What was answered, a paragraph for each section of the call: all of it, or what `isShown`. */
export function answerLines(
  source: PaperSource,
  isShown: (fact: string, answer: Answer) => boolean = () => true,
): string[] {
  const { sections, questions } = source.ruleSet;
  return sections.flatMap(({ id, title }) => {
    const said = questions
      .filter((question) => question.section === id && isListed(question))
      .flatMap((question) => {
        const answer = source.intake.answers.get(question.id);
        return answer && isShown(question.id, answer) ? [answerOf(question, answer, source)] : [];
      });
    return said.length === 0 ? [] : hanging('- ', `${title}. ${said.join('; ')}.`);
  });
}

/** Medicines are listed by themselves. */
function isListed({ id, type }: Question): boolean {
  return type !== 'medicines' && !ELSEWHERE.has(id);
}

function answerOf(question: Question, answer: Answer, source: PaperSource): string {
  const { intake, zone, notes = {} } = source;
  const towards = { zone, procedureAt: intake.procedure_at };
  const words = answerWords(question, rawOf(question, answer, zone), towards);
  const note = notes[question.id];
  return `${questionLabel(question.id, source.ruleSet)}: ${words}${note === undefined ? '' : ` (${note})`}`;
}

/** What was noted and stands at no answer and at no medicine. */
export function otherNoteLines({ intake, ruleSet, notes = {} }: PaperSource): string[] {
  const { [GENERAL_NOTE]: general, ...others } = notes;
  const answered = ruleSet.questions.filter(
    (question) => intake.answers.has(question.id) && isListed(question),
  );
  const shown = new Set([
    ...answered.map(({ id }) => id),
    ...intake.medicines.map(({ list, index }) => medicinePlace(list, index)),
  ]);
  return [
    ...(general === undefined ? [] : hanging('', general)),
    ...Object.entries(others)
      .filter(([key]) => !shown.has(key))
      .flatMap(([key, text]) => hanging('- ', `${questionLabel(key, ruleSet)}: ${text}`)),
  ];
}

/** An answer as an intake file holds it. */
function rawOf({ type }: Question, answer: Answer, zone: Zone): unknown {
  if (answer.state !== 'answered') return answer.state;
  if (type === 'date') return formatDay(Number(answer.value));
  return type === 'date-time' ? zone.format(Number(answer.value)) : answer.value;
}
