import { type Duration, formatDuration } from '../time/duration.ts';
import { formatLocalDay, formatLocalTime } from '../time/format-local.ts';
import type { Instant } from '../time/zone.ts';
import { Memo } from '../time/memo.ts';
import type { Because } from './basis.ts';
import type { Context, PreparedRule, ScreenedMedicine } from './context.ts';
import { splitAtSlots } from '../rules/slots.ts';
import type { TableRow } from '../rules/rule-set.ts';
import { momentOf } from './time-test.ts';

/** What a text may name besides answers and parameters; a verdict is such. Its grounds are read only where they are named. */
export interface Named {
  /** Of a list, only what the rule looks for is named. */
  readonly rule?: Pick<PreparedRule, 'sought'>;
  readonly because?: Because;
  readonly medicine?: ScreenedMedicine;
  readonly row?: TableRow;
  readonly lastDoseBy?: Instant;
  readonly words?: Readonly<Record<string, string>>;
}

const NOT_KNOWN = 'not known';

/** The texts between the slots, and the names in these, by turns. */
type Template = readonly string[];

const TEMPLATES = new Memo<string, Template>();

/** Fills the {names} of a text from the rule files. What has no value, because it was not said, is told so. */
export function fill(text: string, named: Named, context: Context): string {
  const template = templateOf(text);
  let filled = template[0] ?? '';
  if (template.length === 1) return filled;
  for (let at = 1; at < template.length; at += 2) {
    filled += valueOf(template[at] ?? '', named, context) ?? NOT_KNOWN;
    filled += template[at + 1] ?? '';
  }
  return single(filled);
}

function templateOf(text: string): Template {
  return TEMPLATES.get(text, () => {
    const parts = splitAtSlots(text);
    return parts.length === 1 ? [single(text)] : parts;
  });
}

/** Without the gaps that an empty value leaves. */
function single(text: string): string {
  return (text.includes('  ') ? text.replaceAll(/ {2,}/g, ' ') : text).trim();
}

/** What `fill` puts into the {names} of a text, a moment as a date-time with its offset; undefined when it names nothing. */
export function slotValues(
  text: string,
  named: Named,
  context: Context,
): Record<string, string> | undefined {
  const template = templateOf(text);
  if (template.length === 1) return undefined;
  const values: Record<string, string> = {};
  for (let at = 1; at < template.length; at += 2) {
    const name = template[at] ?? '';
    values[name] =
      name === 'last_dose_by' && named.lastDoseBy !== undefined
        ? context.zone.format(named.lastDoseBy)
        : (valueOf(name, named, context) ?? NOT_KNOWN);
  }
  return values;
}

function valueOf(name: string, named: Named, context: Context): string | undefined {
  const { medicine, row, lastDoseBy, words } = named;
  const word = words?.[name];
  if (word !== undefined) return word;
  if (name === 'medicine') return medicine && medicineName(medicine);
  if (name === 'brand') return medicine && (medicine.known.name ?? medicine.given.name);
  if (name === 'nearest') return medicine && nearestNames(medicine);
  if (name === 'ask') return medicine?.known.ask ?? '';
  if (name === 'since') return sinceOf(named.because);
  if (name === 'needed') return neededOf(named.because);
  if (name === 'last_dose_by' && lastDoseBy !== undefined)
    return formatLocalTime(lastDoseBy, context.zone);
  const cell = row?.values[name];
  if (cell !== undefined) return shownCell(cell);
  const parameter = context.prepared.parameters.get(name);
  if (parameter !== undefined)
    return typeof parameter === 'number' ? String(parameter) : formatDuration(parameter);
  const answer = context.intake.answers.get(name);
  if (answer?.state === 'answered')
    return spoken(name, meant(answer.value, named.rule?.sought.get(name)), context);
  const said = named.because?.[name];
  return typeof said === 'string' || typeof said === 'number' ? String(said) : undefined;
}

/** "Brand (ingredient)", or one of them when they are the same; as written when it is not known. */
export function medicineName({ known, given }: ScreenedMedicine): string {
  const { name, generic } = known;
  if (name === undefined || generic === undefined) return given.name;
  return name.toLowerCase() === generic.toLowerCase() ? generic : `${name} (${generic})`;
}

function nearestNames({ known }: ScreenedMedicine): string {
  return known.suggestions.length > 0
    ? `Nearest known: ${known.suggestions.slice(0, 5).join(', ')}.`
    : '';
}

function shownCell(cell: Duration | string | readonly string[]): string {
  if (typeof cell === 'string') return cell;
  return 'unit' in cell ? formatDuration(cell) : cell.join(', ');
}

/** Of a list, what was looked for; the whole of it where a rule speaks for another reason. */
function meant(value: unknown, sought: ReadonlySet<string> | undefined): unknown {
  if (!sought || !Array.isArray(value)) return value;
  const found = value.filter((each) => sought.has(String(each)));
  return found.length > 0 ? found : value;
}

function spoken(name: string, value: unknown, context: Context): string {
  const question = context.prepared.questions.get(name);
  if (question?.type === 'date' || question?.type === 'date-time') {
    const moment = momentOf(question.type, Number(value));
    return 'day' in moment
      ? formatLocalDay(moment.day)
      : formatLocalTime(moment.instant, context.zone);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!Array.isArray(value)) return String(value);
  const choices = question && 'choices' in question ? question.choices : {};
  return value.map((each) => choices[String(each)] ?? String(each)).join('; ');
}

function sinceOf(because: Because = {}): string | undefined {
  const hours = because['hours_before'];
  if (typeof hours === 'number') return shortHours(hours);
  const days = because['days_before'] ?? because['days_after'];
  return typeof days === 'number' ? formatDuration({ count: days, unit: 'days' }) : undefined;
}

function neededOf(because: Because = {}): string | undefined {
  for (const unit of ['hours', 'days', 'weeks', 'months'] as const) {
    const count = because[`${unit}_needed`];
    if (typeof count === 'number')
      return unit === 'hours' ? shortHours(count) : formatDuration({ count, unit });
  }
  return undefined;
}

/** "3 h", "2.5 h"; from three days on with the days beside it. */
function shortHours(hours: number): string {
  const text = `${Math.floor(hours * 10) / 10} h`;
  const days = hours / 24;
  return days >= 3 ? `${text} (${Math.floor(days * 10) / 10} days)` : text;
}
