import { LayeredRecogniser } from '../medicines/imported/layered-recogniser.ts';
import { Recogniser } from '../medicines/recogniser.ts';
import type { Recognition } from '../medicines/recognition.ts';
import type { SiteVocabulary } from '../medicines/site-vocabulary.ts';
import type { Vocabulary } from '../medicines/vocabulary.ts';

/** The medicines in force; thousands of names, so they are read only when the first one is asked for. */
export class Medicines {
  readonly #read: () => Vocabulary;
  readonly #make: (vocabulary: Vocabulary) => Recogniser;
  #vocabulary: Vocabulary | undefined;
  #recogniser: Recogniser | undefined;

  constructor(
    read: () => Vocabulary,
    make: (vocabulary: Vocabulary) => Recogniser = (vocabulary) => new Recogniser(vocabulary),
  ) {
    this.#read = read;
    this.#make = make;
  }

  /** With the names of a site, which were read and checked. */
  static ofSite({ vocabulary, imported, ...ours }: SiteVocabulary): Medicines {
    return new Medicines(
      () => vocabulary,
      () =>
        imported ? new LayeredRecogniser(vocabulary, ours, imported) : new Recogniser(vocabulary),
    );
  }

  get vocabulary(): Vocabulary {
    return (this.#vocabulary ??= this.#read());
  }

  get recogniser(): Recogniser {
    return (this.#recogniser ??= this.#make(this.vocabulary));
  }

  recognise(text: string): Recognition {
    return this.recogniser.recognise(text);
  }

  read(line: string): readonly Recognition[] {
    return this.recogniser.read(line);
  }
}
