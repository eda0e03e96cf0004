/** A record in words: who, when and what came of the call, the result, and every answer as it was given. */
import type { Intake } from '../../intake/answers.ts';
import { OUTCOME_WORDS } from '../../interview/call-log.ts';
import { answerWords } from '../../interview/words/answer-words.ts';
import { medicineWords, type MedicineView } from '../../interview/words/medicine-lines.ts';
import type { CallLog } from '../../interview/call-log.ts';
import type { Override } from '../../records/record.ts';
import type { StandingRecord } from '../../records/standing-record.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { formatLocalTime } from '../../time/format-local.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Zone } from '../../time/zone.ts';
import type { Palette } from '../palette.ts';
import { answerLines } from '../interview/interview-text.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import { summaryText } from '../summary-text.ts';
import { bullet, labelled } from '../wrap.ts';

export interface RecordView extends MedicineView {
  readonly palette: Palette;
  /** The rules that decided. */
  readonly ruleSet: RuleSet;
  /** The answers as they were read; undefined where they cannot be any more. */
  readonly intake: Intake | undefined;
}

const LABEL_COLUMN = 14;

export function recordText(record: StandingRecord, view: RecordView): string {
  const { palette, zone } = view;
  const type = record.questions.find(({ id }) => id === 'procedure.type');
  const procedure = record.answers['procedure.type'];
  const parts = [
    [`${palette.heading('Record')} ${record.id}`, ...aboutLines(record, zone)],
    record.overrides.flatMap((each) => overrideLines(each, view)),
    [
      summaryText(record.result, {
        palette,
        zone,
        ruleSet: view.ruleSet,
        procedure: type?.choices?.[String(procedure)] ?? String(procedure),
        intake: view.intake,
        full: false,
      }).trimEnd(),
    ],
    section('Answers', givenLines(record, view), palette),
    section('Changed during the call', changeLines(record, view), palette),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], palette: Palette): readonly string[] {
  return lines.length === 0 ? [] : [palette.heading(title), ...lines];
}

function aboutLines(record: StandingRecord, zone: Zone): readonly string[] {
  const at = (text: string): string => formatLocalTime(readBack(text), zone);
  return [
    ['saved', `${at(record.saved_at)} by ${record.screened_by}, prescreen ${record.tool_version}`],
    ...(record.follows === null ? [] : [['takes up', record.follows]]),
    ...callLines(record.call, at),
    ...record.followed_by.map((id) => ['taken up', `again by ${id}`]),
    ...record.additions.map((each) => ['added', `${at(each.saved_at)} by ${each.added_by}`]),
  ].flatMap(([label = '', text = '']) => labelled(label, text, LABEL_COLUMN));
}

function callLines(
  { attempts, teach_back: teachBack, read_back: readBackBy }: CallLog,
  at: (text: string) => string,
): readonly (readonly string[])[] {
  return [
    ...attempts.map((each) => [
      'call',
      `${at(each.at)}: ${OUTCOME_WORDS[each.outcome]}${each.spoke_with === undefined ? '' : `, spoke with ${each.spoke_with}`}`,
    ]),
    ...(teachBack === undefined
      ? []
      : [['teach-back', teachBack ? 'the patient said the instructions back' : 'not done']]),
    ...(readBackBy === undefined
      ? []
      : [
          [
            'read-back',
            `by ${readBackBy.by}${readBackBy.at === undefined ? '' : `, ${at(readBackBy.at)}`}`,
          ],
        ]),
  ];
}

function overrideLines(override: Override, { palette, zone }: RecordView): readonly string[] {
  const { by, at, disposition, reason, reason_words: words, comment } = override;
  const label = 'OVERRIDDEN';
  const when = formatLocalTime(readBack(at), zone);
  return [
    ...labelled(
      label,
      `to ${DISPOSITION_WORDS[disposition]} by ${by}, ${when}. The result below stays what it was.`,
      LABEL_COLUMN,
      palette.caution(label),
    ),
    ...labelled('', `${words} (${reason}). ${comment}`, LABEL_COLUMN),
  ];
}

/** Every question as it was asked, with the answer and what was noted. */
function givenLines(record: StandingRecord, view: RecordView): readonly string[] {
  return record.questions.flatMap(({ id, ask }) => [
    ...valueWords(id, record.answers[id], view).flatMap((words, index) => [
      ...answerLines(index === 0 ? ask : '', words),
      ...noteLines(record.notes[`${id}[${index}]`]),
    ]),
    ...noteLines(record.notes[id]),
  ]);
}

function noteLines(note: string | undefined): readonly string[] {
  return note === undefined ? [] : answerLines('', `note: ${note}`);
}

/** What was answered otherwise before: the history, without the first answer to each question. */
function changeLines({ history, questions }: StandingRecord, view: RecordView): readonly string[] {
  const asked = new Map(questions.map(({ id, ask }) => [id, ask]));
  const seen = new Set<string>();
  return history.flatMap(({ at, fact, value }) => {
    const isFirst = !seen.has(fact);
    seen.add(fact);
    if (isFirst) return [];
    const when = formatLocalTime(readBack(at), view.zone);
    const what = value === undefined ? 'taken back' : valueWords(fact, value, view).join('; ');
    return bullet(`${when}, ${asked.get(fact) ?? fact} ${what}`);
  });
}

const STATES: ReadonlySet<string> = new Set(['none', 'unknown', 'declined']);

function valueWords(id: string, value: unknown, view: RecordView): readonly string[] {
  const question = view.ruleSet.questions.find((each) => each.id === id);
  const undated = { ...view, procedureAt: undefined };
  if (!question) return [String(value)];
  if (question.type === 'medicines' && typeof value === 'string' && !STATES.has(value))
    return [value];
  if (question.type !== 'medicines' || !Array.isArray(value) || value.length === 0)
    return [answerWords(question, value, id === 'procedure.at' ? undated : view)];
  return value.map((each: unknown) =>
    medicineWords(typeof each === 'string' ? { name: each } : (each as { name: string }), view),
  );
}
