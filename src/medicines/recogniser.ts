import { Memo } from '../time/memo.ts';
import { Completer } from './completer.ts';
import { defined } from './defined.ts';
import { withDenialsCarried } from './reading/denied-list.ts';
import { isBare } from './reading/denial.ts';
import { foldName, type Token, tokensOf } from './fold.ts';
import { interpret } from './reading/interpret.ts';
import { Lexicon } from './lexicon.ts';
import { type Line, LineReader } from './reading/line.ts';
import { NameIndex } from './name-index.ts';
import { type Completion, type Recognition, unrecognised } from './recognition.ts';
import { type Phrases, phrasesOf, type Segment, segment } from './reading/segment.ts';
import { type Reading, splitLine } from './reading/split-line.ts';
import { EDIT } from './spelling/slips.ts';
import { Spelling } from './spelling/spelling.ts';
import { subjectsOf } from './reading/subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many texts are remembered with what they were recognised as: exports repeat the same lines. */
export const REMEMBERED = 20_000;

/** What names are looked up in. */
export interface Tools {
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
  readonly spelling: Spelling;
}

export function toolsOf(vocabulary: Vocabulary): Tools {
  const lexicon = new Lexicon(vocabulary);
  const names = new NameIndex(vocabulary.names.keys);
  return { lexicon, names, spelling: new Spelling(lexicon) };
}

/** Recognises the medicines that people say and write. What it needs beside the vocabulary is built when first used. */
export class Recogniser {
  readonly #lexicon: Lexicon;
  readonly #names: NameIndex;
  readonly #spelling: Spelling;
  readonly #completer: Completer;
  readonly #texts = new Memo<string, Recognition>(REMEMBERED);
  readonly #lines = new Memo<string, readonly Recognition[]>(REMEMBERED);
  /** The last text, which is taken apart to be cut into medicines and again to be recognised. */
  #taken: { readonly text: string; readonly reading: Reading } | undefined;
  #language: { readonly reader: LineReader; readonly phrases: Phrases } | undefined;

  constructor(vocabulary: Vocabulary, { lexicon, names, spelling }: Tools = toolsOf(vocabulary)) {
    this.#lexicon = lexicon;
    this.#names = names;
    this.#spelling = spelling;
    this.#completer = new Completer(this.#lexicon, this.#names, this.#spelling);
  }

  /** Reads the text as one medicine; whatever cannot be read of it keeps it from being recognised. */
  recognise(text: string): Recognition {
    return this.#texts.get(text, () => this.#recognise(text));
  }

  #recognise(text: string): Recognition {
    const { line, segments } = this.take(text);
    const named = subjectsOf({
      text,
      tokens: line.tokens,
      segments,
      names: this.#names,
      lexicon: this.#lexicon,
      spelling: this.#spelling,
    });
    return interpret(text, line, named, this.#lexicon);
  }

  /** Reads a line that may name several medicines; one that says there are none names nothing. */
  read(line: string): readonly Recognition[] {
    return this.#lines.get(line, () => {
      const parts = this.#parts(line);
      const whole = parts.length > 1 ? this.#asOneName(line, parts) : undefined;
      return whole ? [whole] : parts.filter((each) => !saysNone(each));
    });
  }

  /**
   * A line as one misspelt name that holds a joining word, where its parts are not all known as written: "somthing
   * cold & sinus" is one medicine, "something cold & sinis" no other beside it.
   */
  #asOneName(line: string, parts: readonly Recognition[]): Recognition | undefined {
    if (parts.every(({ match }) => match !== 'none' && match !== 'spelling')) return undefined;
    const whole = this.recognise(line);
    if (whole.match === 'spelling' && this.#holdsJoin(whole.name ?? '')) return whole;
    const [near] = this.#spelling.nearest(foldName(line))(EDIT);
    if (!near) return undefined;
    const suggestions = [...new Set([near.entry.spelled, ...whole.suggestions])];
    const mentions = whole.match === 'none' ? whole.mentions : whole;
    return { ...unrecognised(line, suggestions), ...defined({ mentions }) };
  }

  #holdsJoin(name: string): boolean {
    const { and, or } = this.#lexicon.vocabulary.joins;
    const isJoin = ({ text }: Token): boolean => and.includes(text) || or.includes(text);
    return /[+,]/.test(name) || tokensOf(name).some(isJoin);
  }

  #parts(line: string): Recognition[] {
    const parts = splitLine(line, (part) => this.take(part)).map(({ text, parting }) => ({
      text,
      parting,
      recognition: this.recognise(text),
    }));
    if (parts.length < 2) return parts.map(({ recognition }) => recognition);
    return withDenialsCarried(
      parts.map(({ text, ...part }) => {
        const { match, means } = part.recognition;
        const isKnown = match !== 'none' || means !== undefined;
        return { ...part, isBare: isKnown && this.take(text).segments.every(isBare) };
      }),
    );
  }

  /** Names to offer while one is being typed. */
  complete(prefix: string, limit: number): Completion[] {
    return this.#completer.complete(foldName(prefix), limit);
  }

  /** The words of a text, and what each run of them is read as. */
  take(text: string): Reading {
    if (this.#taken?.text !== text) this.#taken = { text, reading: this.#take(text) };
    return this.#taken.reading;
  }

  #take(text: string): Reading {
    const { vocabulary } = this.#lexicon;
    this.#language ??= { reader: new LineReader(vocabulary.units), phrases: phrasesOf(vocabulary) };
    const line = this.#language.reader.read(text);
    const segments = segment(line.tokens, this.#names, this.#language.phrases);
    const isNamed = segments.some(({ kind }) => kind === 'name');
    return {
      line,
      segments: isNamed ? segments.map((each) => this.#forgive(each, line)) : segments,
    };
  }

  /** Beside a name, a word that is nearly a phrase is one, misspelt; what it tells is not relied on. */
  #forgive(each: Segment, { tokens }: Line): Segment {
    const { from, to, kind } = each;
    const isPhrase = kind === 'unread' && this.#spelling.isNearPhrase(tokens[from]?.text ?? '');
    return isPhrase ? { from, to, kind: 'phrase', tells: {} } : each;
  }
}

/** "No medicines": a denial of nothing in particular. */
function saysNone({ match, status, ask, suggestions }: Recognition): boolean {
  return match === 'none' && status === 'denied' && ask === undefined && suggestions.length === 0;
}
