import { Memo } from '../../time/memo.ts';
import { foldName } from '../fold.ts';
import { interpret } from '../reading/interpret.ts';
import type { Lexicon } from '../lexicon.ts';
import type { NameIndex } from '../name-index.ts';
import { Recogniser, REMEMBERED } from '../recogniser.ts';
import type { Completion, Match, Recognition } from '../recognition.ts';
import { matchOf } from '../reading/subjects.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { ImportedNames } from './imported-names.ts';
import { LayeredCompleter } from './layered-completer.ts';
import { LayeredLexicon } from './layered-lexicon.ts';
import { LayeredNames } from './layered-names.ts';
import { LayeredSpelling } from './layered-spelling.ts';

export interface OurNames {
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
}

/**
 * Recognises by our names first. Only what they do not tell for sure is read again with the imported ones: so an
 * import answers what was open, and makes a guess into a question, but never changes what a name of ours means.
 */
export class LayeredRecogniser extends Recogniser {
  readonly #ours: Recogniser;
  readonly #imported: ImportedNames;
  readonly #lexicon: Lexicon;
  readonly #completer: LayeredCompleter;
  readonly #answers = new Memo<string, Recognition>(REMEMBERED);

  constructor(vocabulary: Vocabulary, { lexicon, names }: OurNames, imported: ImportedNames) {
    const spelling = new LayeredSpelling(lexicon, imported);
    const layered = new LayeredLexicon(vocabulary, imported);
    super(vocabulary, {
      lexicon: layered,
      names: new LayeredNames(vocabulary.names.keys, imported),
      spelling,
    });
    this.#ours = new Recogniser(vocabulary, { lexicon, names, spelling });
    this.#imported = imported;
    this.#lexicon = layered;
    this.#completer = new LayeredCompleter(imported, layered);
  }

  override recognise(text: string): Recognition {
    return this.#answers.get(text, () => this.#answer(text));
  }

  override complete(prefix: string, limit: number): Completion[] {
    return [...this.#completer.beside(super.complete(prefix, limit), foldName(prefix), limit)];
  }

  #answer(text: string): Recognition {
    // At what ours leave unread they can only guess, and that takes long.
    const isRead = this.#ours.take(text).segments.every(({ kind }) => kind !== 'unread');
    const ours = isRead ? this.#ours.recognise(text) : undefined;
    if (ours && isSure(ours.match)) return ours;
    const isAnswered = this.#holdsAnswer(text);
    const again = this.#asProduct(text) ?? (isAnswered ? super.recognise(text) : undefined);
    return again && isSure(again.match) ? again : this.#ours.recognise(text);
  }

  /** A line that is the full description of an imported product. */
  #asProduct(text: string): Recognition | undefined {
    const entry = this.#imported.product(foldName(text));
    if (!entry) return undefined;
    const { line, segments } = this.take(text);
    const about = segments.filter(({ kind }) => kind === 'phrase');
    const subjects = [{ entry, match: matchOf(entry) }];
    return interpret(text, line, { subjects, about, unread: [] }, this.#lexicon);
  }

  /** Whether the line holds one imported name, and nothing that has to be asked about. */
  #holdsAnswer(text: string): boolean {
    const named = this.take(text).segments.flatMap((each) =>
      each.kind === 'name' ? [this.#lexicon.entry(each.name)] : [],
    );
    const imported = named.filter(({ index }) => index >= this.#imported.first);
    const identities = new Set(imported.map(({ identity }) => identity));
    return identities.size === 1 && named.every(({ product }) => product);
  }
}

function isSure(match: Match): boolean {
  return match !== 'none' && match !== 'spelling';
}
