import type { Readable, Writable } from 'node:stream';

/** The world outside, as a command sees it: the only way to streams, clock and environment. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The installed package: its rules and what was compiled from them. */
  readonly home: string;
}

export function print(terminal: Terminal, text: string): void {
  terminal.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function complain(terminal: Terminal, text: string): void {
  terminal.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
