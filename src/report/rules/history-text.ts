import { labelled } from '../wrap.ts';

/** A commit that changed something. */
export interface Revision {
  readonly commit: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly by: string;
  readonly subject: string;
}

export interface History {
  /** The latest first. */
  readonly revisions: readonly Revision[];
  /** Whether the last commit has what is written now. */
  readonly isCommitted: boolean;
}

const COLUMN = 14;
const SHOWN = 10;

/** When a rule was changed, by whom and why, below the rule itself. */
export function historyText(history: History | undefined): string {
  const lines = history
    ? linesOf(history)
    : ['none that git knows: the folder is in no repository, or the rule in no commit of it'];
  const text = lines.flatMap((line, index) => labelled(index === 0 ? 'history' : '', line, COLUMN));
  return `${text.join('\n')}\n`;
}

function linesOf({ revisions, isCommitted }: History): string[] {
  const earlier = revisions.length - SHOWN;
  return [
    ...(isCommitted ? [] : ['changed since the last commit']),
    ...revisions
      .slice(0, SHOWN)
      .map(({ commit, on, by, subject }) => `${on} ${by}: ${subject} (${commit.slice(0, 8)})`),
    ...(earlier > 0 ? [`and ${earlier} earlier`] : []),
  ];
}
