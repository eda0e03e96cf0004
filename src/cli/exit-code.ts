import type { Disposition } from '../rules/schema/common.ts';

/** Every way in which the program ends. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** Something failed that should not have; or, for the auditor's commands, they found what they look for. */
  failed: 1,
  /** Wrong usage, or a file that cannot be read or is invalid. */
  usage: 2,
  /** Done, but some intakes were rejected; for proofs: not proved. */
  rejected: 3,
  /** With --exit-code: the most restrictive disposition of all. */
  contactPhysician: 10,
  hold: 20,
  /** Interrupted; the draft is kept. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What --exit-code tells of a disposition. */
export const EXIT_OF: Readonly<Record<Disposition, ExitCode>> = {
  hold: EXIT.hold,
  'contact-physician': EXIT.contactPhysician,
  go: EXIT.done,
};
