import type { Call } from './call.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';

/** What is typed at each fact; several texts where it is asked several times. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export interface Drive {
  readonly terminal: PseudoTerminal;
  /** The same call without a terminal: it tells what is asked. */
  readonly call: Call;
  readonly answers: Answers;
  /** Every reply is a line with Enter. */
  readonly isPlain?: true;
  /** How often each fact was asked, over all terminals of a call. */
  readonly asked?: Map<string, number>;
}

/** Types into the terminal what the call without one is given too, to its end, or for so many prompts. */
export async function drive(
  { terminal, call, answers, isPlain, asked = new Map<string, number>() }: Drive,
  most = 300,
): Promise<void> {
  for (let turn = 0; turn < most; turn += 1) {
    if (call.at === 'finished') call.close();
    if (call.at === 'closed') return;
    const { at, ask } = call;
    await terminal.waitFor(ask.words.slice(0, 40));
    const text = at === 'review' ? 'f' : answerTo(at, answers, asked);
    call.type(text);
    terminal.press(isAtOnce(ask, text) && isPlain === undefined ? text : `${text}\r`);
  }
}

function answerTo(at: string, answers: Answers, asked: Map<string, number>): string {
  const count = asked.get(at) ?? 0;
  asked.set(at, count + 1);
  const answer = answers[at];
  const text = typeof answer === 'string' ? answer : answer?.[count];
  if (text === undefined) throw new Error(`nothing to answer at ${at}`);
  return text;
}

/** Whether one key is enough on a terminal that redraws. */
export function isAtOnce({ kind, options }: Call['ask'], text: string): boolean {
  if (kind === 'line') return text === '-' || (text === '0' && options.length > 0);
  return text.length === 1 && !(kind === 'list' && text !== '0');
}
