import { askOf } from '../../interview/ask/ask-at.ts';
import type { Said, Session } from '../../interview/session.ts';
import type { Tools } from '../../interview/standing.ts';
import type { InterviewState } from '../../interview/state.ts';
import { takeReply } from '../../interview/take-reply.ts';
import { lastSectionOf, saidLines, whyLines } from '../../report/interview/interview-text.ts';
import type { Palette } from '../../report/palette.ts';
import type { Asker } from './asker.ts';

export interface Conversation {
  readonly asker: Asker;
  readonly say: (text: string) => void;
  readonly palette: Palette;
  /** The tools at this moment: time goes on during a call. */
  readonly tools: () => Tools;
  /** A line above what is asked at this position. */
  readonly above?: (at: Session['position']['at']) => string | undefined;
  /** Called with every new state, before the next question. */
  readonly keep: (state: InterviewState) => void;
}

const ENDS: ReadonlySet<Session['position']['at']> = new Set(['finished', 'closed', 'parked']);

/** Asks until the nurse decides, closes or parks the call; resolves with where it ended. */
export async function converse(
  start: Session,
  { asker, say, palette, tools, keep, above }: Conversation,
): Promise<Session> {
  let session = start;
  let section: string | undefined;
  let text: string | undefined;
  let ticked = '';
  const tell = (said: readonly Said[]): void => {
    const lines = saidLines(said, section, palette);
    section = lastSectionOf(said, section);
    if (lines.length > 0) say(lines.join('\n'));
  };
  while (!ENDS.has(session.position.at)) {
    const ask = askOf(session, tools());
    const line = above?.(session.position.at);
    const typed = await asker({
      ...ask,
      ...(text === undefined ? {} : { text }),
      ...(line === undefined ? {} : { before: [line, ...(ask.before ?? [])] }),
    });
    text = undefined;
    if (typed.reply.is === 'command' && typed.reply.command === 'why') {
      say(whyLines(ask.help, palette).join('\n'));
      text = typed.text;
      continue;
    }
    const turn = takeReply(session, typed.reply, tools());
    const { position } = turn.session;
    // A list that is left for a note keeps its ticks.
    if (position.at === 'note') ticked = typed.text;
    else if (session.position.at === 'note') text = ticked;
    if (turn.session.state !== session.state) keep(turn.session.state);
    session = turn.session;
    tell(turn.said);
  }
  return session;
}
