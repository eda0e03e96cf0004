import type { ScreenResult } from '../../evaluation/result.ts';
import { closingPosition, type Session } from '../../interview/session.ts';
import { resultOf, type Tools } from '../../interview/standing.ts';
import type { InterviewState } from '../../interview/state.ts';
import { headlineWords } from '../../report/summary-text.ts';
import { type Conversation, converse } from './conversation.ts';

/** A call that is over: decided and closed, with the result as of then; or to go on another time. */
export type Held =
  | {
      readonly is: 'closed';
      readonly state: InterviewState;
      readonly result: ScreenResult;
      readonly tools: Tools;
    }
  | { readonly is: 'parked' };

/** Asks, tells the result once it is decided, and asks what the record keeps of the call. */
export async function holdCall(
  start: Session,
  conversation: Conversation,
  tell: (result: ScreenResult, state: InterviewState) => void,
): Promise<Held> {
  let session = start;
  let decided: { readonly result: ScreenResult; readonly tools: Tools } | undefined;
  for (;;) {
    const headline = decided && headlineWords(decided.result);
    // What was decided scrolls off a small screen while the end of the call is asked.
    const above = (at: Session['position']['at']) => (at === 'closing' ? headline : undefined);
    session = await converse(session, { ...conversation, above });
    const { position, state } = session;
    if (position.at === 'parked') return { is: 'parked' };
    if (position.at === 'closed' && decided) return { is: 'closed', state, ...decided };
    const tools = conversation.tools();
    const result = resultOf(state, tools);
    if (!result) throw new Error('the interview ended without an intake that can be read');
    decided = { result, tools };
    tell(result, state);
    session = { ...session, position: closingPosition(state, tools) };
  }
}
