import { EXIT } from './exit-code.ts';
import { reasonOf } from './files.ts';
import { main } from './main.ts';
import { workHere } from './batch/work.ts';

/** Joins the program to this process. */
export async function run(home: string): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe left, as `head` does: nothing more to say to it.
    if (error.code === 'EPIPE') process.exit(0);
    stderr.write(`standard output: ${reasonOf(error)}\n`);
    process.exit(EXIT.usage);
  });
  const terminal = { stdin, stdout, stderr, env, now: () => Date.now(), home };
  process.exitCode = await main(process.argv.slice(2), terminal);
}

// In a thread that a batch has started, the same file is its worker.
const here = workHere();
if (here) void import('./batch/worker.ts').then((worker) => worker.decideFor(here.port, here.work));
