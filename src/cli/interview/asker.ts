import type { Ask, Reply } from '../../interview/ask/ask.ts';

/** A reply, with what was typed: an ask that is put again begins with it. */
export interface Typed {
  readonly reply: Reply;
  readonly text: string;
}

/** Puts one ask and waits for the reply. Rejects with an ExitPromptError when the nurse leaves. */
export type Asker = (ask: Ask) => Promise<Typed>;
