import { completionOf } from '../completer.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Completion } from '../recognition.ts';
import { EDIT } from '../spelling/slips.ts';
import { foldName } from '../fold.ts';
import type { ImportedNames } from './imported-names.ts';

/** From this many letters on, imported names are offered; from that many on, those that begin only nearly so. */
const LETTERS = 2;
const LETTERS_FOR_SPELLING = 4;

/** Offers imported names beside ours. */
export class LayeredCompleter {
  readonly #imported: ImportedNames;
  readonly #lexicon: Lexicon;

  constructor(imported: ImportedNames, lexicon: Lexicon) {
    this.#imported = imported;
    this.#lexicon = lexicon;
  }

  /** Ours that begin as typed, then imported ones, then ours that begin nearly so: these keep half of the places. */
  beside(ours: readonly Completion[], key: string, limit: number): readonly Completion[] {
    if (key.length < LETTERS) return ours;
    const begun = ours.filter(({ name }) => foldName(name).startsWith(key));
    const near = ours.slice(begun.length);
    const kept = Math.min(near.length, Math.floor(limit / 2));
    const found = new Map(begun.map((each) => [medicineOf(each), each]));
    this.#add(found, this.#imported.beginning(key), limit - kept);
    for (const each of near) {
      if (found.size < limit && !found.has(medicineOf(each))) found.set(medicineOf(each), each);
    }
    if (found.size < limit && key.length >= LETTERS_FOR_SPELLING) {
      const nearly = this.#imported.near(key, EDIT, true).map(({ index }) => index);
      this.#add(found, nearly, limit);
    }
    return [...found.values()];
  }

  #add(found: Map<string, Completion>, numbers: readonly number[], limit: number): void {
    for (const number of numbers) {
      if (found.size >= limit) return;
      const completion = completionOf(this.#imported.entry(number), this.#lexicon);
      if (!found.has(medicineOf(completion))) found.set(medicineOf(completion), completion);
    }
  }
}

/** Equal for names of one medicine; what has to be asked about stands for itself. */
function medicineOf({ generic, name }: Completion): string {
  return generic === '' ? `? ${name}` : generic;
}
