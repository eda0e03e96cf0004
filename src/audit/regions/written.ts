/** Writes a region down as the answers of an intake file. */
import type { Context } from '../../evaluation/context.ts';
import { formatDay } from '../../time/day.ts';
import type { Zone } from '../../time/zone.ts';
import type { Region } from './answer-regions.ts';
import type { Bench } from './bench.ts';
import type { Taken } from './choices.ts';
import type { Identity } from './identities.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** What was chosen of one patient, in the keys of an intake. */
export interface Written {
  readonly answers: Raw;
  readonly medicines: readonly Raw[];
}

export function written(taken: readonly Taken[], bench: Bench): Written {
  const { zone, prepared } = bench.screener;
  const answers: Record<string, unknown> = {};
  const medicines: Record<string, unknown>[] = [];
  const count = Number(taken.find(({ key }) => key === 'medicines')?.option ?? 0);
  for (const { key, option } of taken) {
    const [kind, slot = '', field = ''] = key.split(':');
    if (kind === 'answer') answers[slot] = shownRegion(slot, option as Region, prepared, zone);
    if (kind === 'screened_at') answers['screened_at'] = localTime(Number(option), zone);
    if (kind === 'medicine' && Number(slot) < count) {
      const medicine = (medicines[Number(slot)] ??= {});
      if (field === 'name') medicine['name'] = (option as Identity).name;
      else if (option !== undefined)
        medicine[field] = field === 'last_taken' ? localTime(Number(option), zone) : option;
    }
  }
  return {
    answers,
    medicines: medicines.filter(Boolean).map((medicine) => withDose(medicine, bench)),
  };
}

export function shownRegion(
  fact: string,
  { answer }: Region,
  prepared: Context['prepared'],
  zone: Zone,
): unknown {
  if (answer === undefined) return null;
  if (answer.state !== 'answered') return answer.state;
  const type = prepared.questions.get(fact)?.type;
  if (type === 'date') return formatDay(Number(answer.value));
  return type === 'date-time' ? localTime(Number(answer.value), zone) : answer.value;
}

function localTime(instant: number, zone: Zone): string {
  return zone.format(instant).slice(0, 16);
}

/** What only the words of a name or a dose tell is said in them. */
function withDose(medicine: Record<string, unknown>, { vocabulary }: Bench): Raw {
  const { dose_mg: mg, dose_units: units, frequency, form, ...told } = medicine;
  const phrase = (key: 'form' | 'frequency', value: unknown): string | undefined =>
    vocabulary.phrases.find(({ tells }) => tells[key] === value)?.keys[0];
  const words = [
    mg === undefined ? undefined : `${shown(mg)} mg`,
    units === undefined ? undefined : `${shown(units)} units`,
    form === undefined ? undefined : phrase('form', form),
    frequency === undefined ? undefined : phrase('frequency', frequency),
  ].filter((each) => each !== undefined);
  return { name: '', ...told, ...(words.length === 0 ? {} : { dose: words.join(' ') }) };
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : '';
}
