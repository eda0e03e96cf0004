import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** PRESCREEN_PASSPHRASE, or what is typed on the terminal, where it is not shown. */
export async function askPassphrase(words: string, terminal: Terminal): Promise<string> {
  const { env, stdin, stderr } = terminal;
  const given = env['PRESCREEN_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  if (stdin.isTTY !== true)
    throw new Trouble(`${words}: there is no terminal to ask on; set PRESCREEN_PASSPHRASE`);
  const { createPrompt, isEnterKey, useKeypress, useState } = await import('@inquirer/core');
  const prompt = createPrompt<string, { readonly message: string }>(({ message }, done) => {
    const [typed, setTyped] = useState('');
    useKeypress((key, line) => {
      // With Enter, the line has been taken already.
      if (isEnterKey(key)) done(typed);
      else setTyped(line.line);
    });
    return `${message}: ${'*'.repeat(typed.length)}`;
  });
  return prompt({ message: words }, { input: stdin, output: stderr, clearPromptOnDone: true });
}
