import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const QUIET_MS = 60;
/** A busy machine takes its time to start the program. */
const PATIENCE_MS = 50_000;

/** The program in a real pseudo-terminal of 80 by 24, which `script` of util-linux makes. */
export class PseudoTerminal {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number>;
  #output = '';
  #mark = 0;
  #lastAt = Date.now();

  constructor(args: string, env: Readonly<Record<string, string>>) {
    const command = `stty rows 24 cols 80; echo "<pid $$>"; exec "${process.execPath}" bin/prescreen.js ${args}`;
    this.#child = spawn('script', ['-qfec', command, '/dev/null'], {
      cwd: HOME,
      env: { ...process.env, SHELL: '/bin/sh', TERM: 'xterm', NO_COLOR: '1', ...env },
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString('utf8');
      this.#lastAt = Date.now();
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (code) => resolve(code ?? -1));
    });
  }

  /** Everything that was printed, without the codes that move the cursor. */
  get text(): string {
    return stripVTControlCharacters(this.#output).replaceAll('\r', '');
  }

  /** Everything that was printed, as it came. */
  get raw(): string {
    return this.#output;
  }

  /** Waits until these words were printed since the last key, and nothing more comes. */
  async waitFor(words: string): Promise<void> {
    const since = Date.now();
    for (;;) {
      const fresh = stripVTControlCharacters(this.#output.slice(this.#mark));
      if (fresh.includes(words) && Date.now() - this.#lastAt > QUIET_MS) return;
      if (Date.now() - since > PATIENCE_MS)
        throw new Error(`"${words}" did not come; last was:\n${this.text.slice(-1500)}`);
      await pause();
    }
  }

  press(keys: string): void {
    this.#mark = this.#output.length;
    this.#lastAt = Date.now();
    this.#child.stdin?.write(keys);
  }

  /** As a crash or a power cut would. */
  async kill(): Promise<void> {
    const pid = /<pid (\d+)>/.exec(this.#output)?.[1];
    if (pid === undefined) throw new Error('the program did not start');
    process.kill(Number(pid), 'SIGKILL');
    await this.end();
  }

  /** The exit code. */
  async end(): Promise<number> {
    const code = await this.#ended;
    this.#child.stdin?.end();
    return code;
  }
}

async function pause(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
}
