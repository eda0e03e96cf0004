/** What can be had of a screening that is kept: its papers, and its answers as a file. */
import { type Ask, keyed, offer, readCommand, readKey } from '../../interview/ask/ask.ts';
import {
  type Language,
  PAPER_KINDS,
  type PaperKind,
  type PaperSource,
} from '../../report/papers/paper-source.ts';
import { deliverPaper } from '../papers/deliver-paper.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import type { Asker } from './asker.ts';
import { newIntakeName, writeIntake } from './write-intake.ts';

export interface Offered {
  readonly source: PaperSource;
  /** The answers in the form of a file for `check`. */
  readonly intake: object;
  readonly headline: string;
  /** A day, for the name of a file. */
  readonly today: number;
}

const NAMES: Readonly<Record<PaperKind, string>> = {
  note: 'Note for the chart',
  sbar: 'SBAR for the physician',
  patient: 'Sheet for the patient',
  ics: "Calendar file with the patient's steps",
};

/** One thing that can be had. */
interface Choice {
  readonly label: string;
  /** Undefined for the answers themselves. */
  readonly paper?: { readonly kind: PaperKind; readonly language: Language };
}

const CHOICES: readonly Choice[] = [
  ...PAPER_KINDS.map((kind) => ({ label: NAMES[kind], paper: { kind, language: 'en' as const } })),
  { label: 'Sheet for the patient, in Spanish', paper: { kind: 'patient', language: 'es' } },
  { label: 'The answers as a JSON file, for `prescreen check`' },
];

/** Shows or writes what is asked for, until the nurse is done. Files are never written over. */
export async function offerPapers(
  offered: Offered,
  asker: Asker,
  terminal: Terminal,
): Promise<void> {
  for (;;) {
    const { reply } = await asker(askPaper(offered));
    if (reply.is !== 'value') return;
    await deliver(reply.value as Choice, offered, asker, terminal);
  }
}

function askPaper({ headline }: Offered): Ask {
  const options = keyed(CHOICES.map((choice) => ({ label: choice.label, value: choice })));
  const offers = [offer('skip', 'done', 'Enter')];
  return {
    kind: 'keys',
    heading: 'Papers',
    before: [headline],
    words: 'What else is needed?',
    options,
    offers,
    help: [],
    read: (text) => readKey(text, options, offers),
  };
}

async function deliver(
  { label, paper }: Choice,
  { source, intake, today }: Offered,
  asker: Asker,
  terminal: Terminal,
): Promise<void> {
  const proposed = paper ? undefined : newIntakeName(today);
  const write = async (file: string | undefined): Promise<void> =>
    paper
      ? deliverPaper(paper.kind, file, { ...source, language: paper.language }, terminal)
      : writeIntake(file ?? newIntakeName(today), intake, terminal);
  for (let trouble: string | undefined; ;) {
    const { reply } = await asker(askPlace(label, proposed, trouble));
    if (reply.is === 'command' && reply.command === 'back') return;
    try {
      return await write(reply.is === 'value' ? String(reply.value) : proposed);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      trouble = error.message;
    }
  }
}

function askPlace(label: string, proposed: string | undefined, trouble: string | undefined): Ask {
  const offers = [
    offer('skip', proposed === undefined ? 'show it here' : `write ${proposed}`, 'Enter'),
    offer('back'),
  ];
  return {
    kind: 'line',
    heading: 'Papers',
    ...(trouble === undefined ? {} : { before: [`Not written: ${trouble}`] }),
    words:
      proposed === undefined
        ? `${label}: show it, or write it to which file?`
        : `${label}: write it to which file?`,
    options: [],
    offers,
    help: [],
    read: (text) => readCommand(text, offers) ?? { is: 'value', value: text.trim() },
  };
}
