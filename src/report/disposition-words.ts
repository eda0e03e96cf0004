import type { Disposition } from '../rules/schema/common.ts';

/** What a disposition is called wherever people read it. */
export const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  hold: 'HOLD',
  'contact-physician': 'CONTACT PHYSICIAN',
  go: 'GO',
};
