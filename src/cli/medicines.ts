import { Recogniser } from '../medicines/recogniser.ts';
import type { Recognition } from '../medicines/recognition.ts';
import type { Vocabulary } from '../medicines/vocabulary.ts';

/** The medicines in force; thousands of names, so they are read only when the first one is asked for. */
export class Medicines {
  readonly #read: () => Vocabulary;
  #vocabulary: Vocabulary | undefined;
  #recogniser: Recogniser | undefined;

  constructor(read: () => Vocabulary) {
    this.#read = read;
  }

  get vocabulary(): Vocabulary {
    return (this.#vocabulary ??= this.#read());
  }

  get recogniser(): Recogniser {
    return (this.#recogniser ??= new Recogniser(this.vocabulary));
  }

  recognise(text: string): Recognition {
    return this.recogniser.recognise(text);
  }
}
