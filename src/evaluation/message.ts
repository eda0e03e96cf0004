import { type Duration, formatDuration } from '../time/duration.ts';
import { formatLocalDay, formatLocalTime } from '../time/format-local.ts';
import type { Instant } from '../time/zone.ts';
import type { Because } from './basis.ts';
import { momentOf } from './condition.ts';
import type { Context, ScreenedMedicine } from './context.ts';
import type { TableRow } from '../rules/rule-set.ts';
import { namesIn } from '../rules/slots.ts';

/** What a text may name besides answers and parameters. */
export interface Named {
  readonly because?: Because;
  readonly medicine?: ScreenedMedicine;
  readonly row?: TableRow;
  readonly lastDoseBy?: Instant;
  readonly words?: Readonly<Record<string, string>>;
}

const NOT_KNOWN = 'not known';
const SLOT = /\{([a-z0-9_.-]+)\}/g;

/** Fills the {names} of a text from the rule files. What has no value, because it was not said, is told so. */
export function fill(text: string, named: Named, context: Context): string {
  return text
    .replaceAll(SLOT, (_, name: string) => valueOf(name, named, context) ?? NOT_KNOWN)
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** What `fill` puts into the {names} of a text; a moment as a date-time with its offset. */
export function slotValues(text: string, named: Named, context: Context): Record<string, string> {
  return Object.fromEntries(
    namesIn(text).map((name) => [
      name,
      name === 'last_dose_by' && named.lastDoseBy !== undefined
        ? context.zone.format(named.lastDoseBy)
        : (valueOf(name, named, context) ?? NOT_KNOWN),
    ]),
  );
}

function valueOf(name: string, named: Named, context: Context): string | undefined {
  const { because = {}, medicine, row, lastDoseBy, words = {} } = named;
  const word = words[name];
  if (word !== undefined) return word;
  if (name === 'medicine') return medicine && medicineName(medicine);
  if (name === 'brand') return medicine && (medicine.known.name ?? medicine.given.name);
  if (name === 'nearest') return medicine && nearestNames(medicine);
  if (name === 'ask') return medicine?.known.ask ?? '';
  if (name === 'since') return sinceOf(because);
  if (name === 'needed') return neededOf(because);
  if (name === 'last_dose_by' && lastDoseBy !== undefined)
    return formatLocalTime(lastDoseBy, context.zone);
  const cell = row?.values[name];
  if (cell !== undefined) return shownCell(cell);
  const parameter = context.prepared.parameters.get(name);
  if (parameter !== undefined)
    return typeof parameter === 'number' ? String(parameter) : formatDuration(parameter);
  const answer = context.intake.answers.get(name);
  if (answer?.state === 'answered') return spoken(name, answer.value, context);
  const said = because[name];
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

function spoken(name: string, value: unknown, context: Context): string {
  const question = context.prepared.questions.get(name);
  if (question?.type === 'date' || question?.type === 'date-time') {
    const moment = momentOf(name, Number(value), context);
    return 'day' in moment
      ? formatLocalDay(moment.day)
      : formatLocalTime(moment.instant, context.zone);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!Array.isArray(value)) return String(value);
  const choices = question && 'choices' in question ? question.choices : {};
  return value.map((each) => choices[String(each)] ?? String(each)).join('; ');
}

function sinceOf(because: Because): string | undefined {
  const hours = because['hours_before'];
  if (typeof hours === 'number') return shortHours(hours);
  const days = because['days_before'] ?? because['days_after'];
  return typeof days === 'number' ? formatDuration({ count: days, unit: 'days' }) : undefined;
}

function neededOf(because: Because): string | undefined {
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
