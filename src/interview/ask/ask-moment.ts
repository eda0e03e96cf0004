import { formatLocalDay } from '../../time/format-local.ts';
import { type Reply, refused } from './ask.ts';
import { momentText, momentWords, type Towards } from '../words/moment-words.ts';
import { type Moment, readSpoken, type SpokenView } from '../../time/spoken/spoken-time.ts';

/** What is wanted of a moment: a day, an hour too, or the hour only when it is known. */
type Precision = 'day' | 'hour' | 'hour-if-known';

export interface MomentView extends SpokenView, Towards {
  readonly precision: Precision;
}

/** Reads a moment as it was said; what fits several is asked back. */
export function readMoment(text: string, view: MomentView): Reply {
  if (text.trim() === '0') return refused('0 is no time; write 12am when midnight is meant');
  const spoken = readSpoken(text, { ...view, wantsHour: view.precision !== 'day' });
  switch (spoken.is) {
    case 'nothing':
      return refused(`not understood; write it like ${EXAMPLES[view.precision]}`);
    case 'vague':
      return refused(
        `too vague; write a day, or how many days ago it was, like ${EXAMPLES[view.precision]}`,
      );
    case 'span':
      return ofSpan(spoken, view);
    case 'moments':
      return ofMoments(spoken.moments, view);
  }
}

/** What a moment that is being typed means so far. */
export function echoMoment(text: string, view: MomentView): string | undefined {
  const reply = readMoment(text, view);
  if (reply.is === 'which')
    return `${reply.readings.map(({ label }) => label).join(', or ')}: asked next`;
  const spoken = readSpoken(text, { ...view, wantsHour: view.precision !== 'day' });
  const moment = spoken.is === 'moments' ? spoken.moments[0] : undefined;
  if (!moment) return undefined;
  return reply.is === 'value'
    ? `${momentWords(fitted(moment, view), view)}${countedFrom(moment, view)}`
    : undefined;
}

const EXAMPLES: Readonly<Record<Precision, string>> = {
  day: '"Monday", "2 weeks ago", "11/20" or "March 2019"',
  hour: '"yesterday 8pm", "7:30am" or "11/24 13:30"',
  'hour-if-known': '"yesterday 8am", "Monday" or "5 days ago"',
};

function ofMoments(moments: readonly Moment[], view: MomentView): Reply {
  const fit = distinct(moments.map((moment) => fitted(moment, view)));
  const [first, ...others] = fit;
  if (!first) return refused('not understood');
  if (view.precision === 'hour' && first.minute === undefined) {
    const said = others.length === 0 ? `${formatLocalDay(first.day)}: ` : '';
    return refused(`${said}the hour is needed too, like ${EXAMPLES.hour}`);
  }
  if (others.length === 0) return { is: 'value', value: momentText(first) };
  return {
    is: 'which',
    question: 'That can be read in several ways. Which is meant?',
    readings: fit.map((moment) => ({
      label: momentWords(moment, view),
      value: momentText(moment),
    })),
  };
}

/** Known only to lie between two days: the nurse says which of the two counts. */
function ofSpan(
  { from, to }: { readonly from: number; readonly to: number },
  view: MomentView,
): Reply {
  if (view.precision === 'hour')
    return refused(`the day and the hour are needed, like ${EXAMPLES.hour}`);
  return {
    is: 'which',
    question: 'Which day was it? If nobody knows, choose what it can have been.',
    readings: [
      {
        label: `${momentWords({ day: to }, view)} (the latest that it can be)`,
        value: momentText({ day: to }),
      },
      {
        label: `${momentWords({ day: from }, view)} (the earliest)`,
        value: momentText({ day: from }),
      },
    ],
  };
}

function fitted(moment: Moment, { precision }: MomentView): Moment {
  return precision === 'day' ? { day: moment.day } : moment;
}

function distinct(moments: readonly Moment[]): Moment[] {
  return [...new Map(moments.map((moment) => [momentText(moment), moment])).values()];
}

/** A last dose of which the hour is not known counts from the last minute that it can have been. */
function countedFrom({ day, minute }: Moment, { precision, zone, now }: MomentView): string {
  if (precision !== 'hour-if-known' || minute !== undefined) return '';
  return day === zone.dayOf(now)
    ? ' (no hour: counted from now)'
    : ' (no hour: counted from 23:59)';
}
