import { createInterface } from 'node:readline';

import { ExitPromptError } from '@inquirer/core';

import { askLines, UNTOUCHED } from '../../report/interview/interview-screen.ts';
import { PLAIN } from '../../report/palette.ts';
import type { Asker } from './asker.ts';

/** Asks line by line, without redrawing: for a terminal that cannot, and for a screen reader. */
export function plainAsker(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asker {
  return async (ask) => {
    const lines = askLines(ask, UNTOUCHED, { palette: PLAIN, room: undefined });
    output.write(`${lines.join('\n')}\n`);
    for (;;) {
      output.write('  > ');
      const text = await nextLine(input);
      const reply = ask.read(text);
      if (reply.is !== 'refused') return { reply, text: '' };
      output.write(`  ! ${reply.message}\n`);
    }
  };
}

/** The next line; a closed input and an interruption both end the interview. */
async function nextLine(input: NodeJS.ReadableStream): Promise<string> {
  const reader = createInterface({ input, terminal: false });
  let interrupt = (): void => undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      const leave = (): void => reject(new ExitPromptError('the interview was left'));
      interrupt = leave;
      process.once('SIGINT', leave);
      reader.once('line', resolve);
      reader.once('close', leave);
    });
  } finally {
    process.removeListener('SIGINT', interrupt);
    reader.close();
  }
}
