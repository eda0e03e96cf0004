/**
 * Whether a name from elsewhere may stand beside ours. Nobody has reviewed it, so it may neither mean otherwise than
 * our vocabulary does, nor come so near to a name that matters that a slip of the pen leads from one to the other.
 */
import { foldName, tokensOf } from '../fold.ts';
import { type Entry, identityOf, type Lexicon } from '../lexicon.ts';
import { LineReader } from '../reading/line.ts';
import type { NameIndex } from '../name-index.ts';
import { type Phrases, phrasesOf, segment } from '../reading/segment.ts';
import { type Likeness, likenessTo } from './likeness.ts';

/** What a name is said to stand for. */
export interface Claim {
  readonly spelled: string;
  /** Numbers of those of its ingredients that our vocabulary knows. */
  readonly of: readonly number[];
  /** The others, by name. */
  readonly strangers: readonly string[];
}

export const REASONS = {
  'other-medicine': 'stands for another medicine here',
  question: 'is asked about here',
  'holds-name': 'holds the name of a medicine that is not in it',
  'look-alike': 'is one slip away from a name that matters',
  ending: 'ends like a class that matters',
  'plain-words': 'is words of the language',
  'too-short': 'has fewer than three letters',
} as const;

/** Why a name may not stand beside ours, and the name or the ending of ours that is against it. */
export interface Objection {
  readonly reason: keyof typeof REASONS;
  readonly against?: string;
}

export type Verdict = 'known' | Objection | undefined;

const LEAST_LETTERS = 3;

export class Vetting {
  readonly #lexicon: Lexicon;
  readonly #names: NameIndex;
  readonly #reader: LineReader;
  readonly #phrases: Phrases;
  #likeness: Likeness | undefined;

  constructor(lexicon: Lexicon, names: NameIndex, likeness?: Likeness) {
    this.#lexicon = lexicon;
    this.#names = names;
    this.#reader = new LineReader(lexicon.vocabulary.units);
    this.#phrases = phrasesOf(lexicon.vocabulary);
    this.#likeness = likeness;
  }

  /** `known` when our vocabulary reads the name as what it is said to be; an objection; or nothing against it. */
  judge(claim: Claim): Verdict {
    const key = foldName(claim.spelled);
    const index = this.#names.find(key);
    if (index !== undefined) return this.#sameOr(claim, [this.#lexicon.entry(index)]);
    if (key.replaceAll(/[^\p{L}]/gu, '').length < LEAST_LETTERS) return { reason: 'too-short' };
    return this.#byItsWords(claim) ?? this.#byEnding(claim) ?? this.#byLikeness(key, claim);
  }

  /** What is against an ingredient that our vocabulary does not know: its names may be names of ours, or of a class. */
  judgeStranger(spelled: string): Objection | undefined {
    const verdict = this.judge({ spelled, of: [], strangers: [spelled] });
    if (verdict === undefined || verdict === 'known') return undefined;
    return verdict.reason === 'too-short' || verdict.reason === 'plain-words' ? undefined : verdict;
  }

  /** The numbers of the ingredients that a text names, where our vocabulary reads every word of it. */
  read(text: string): readonly number[] | undefined {
    const { entries, isRead } = this.#wordsOf(text);
    const [first] = entries;
    const isOne = entries.every(({ identity }) => identity === first?.identity);
    return isRead && isOne ? first?.product?.of : undefined;
  }

  #wordsOf(text: string): {
    readonly entries: readonly Entry[];
    readonly isRead: boolean;
    readonly isPlain: boolean;
  } {
    const { tokens } = this.#reader.read(text);
    const segments = segment(tokens, this.#names, this.#phrases);
    const entries = segments.flatMap((each) =>
      each.kind === 'name' ? [this.#lexicon.entry(each.name)] : [],
    );
    const isEveryday = (at: number): boolean => this.#lexicon.isEveryday(tokens[at]?.text ?? '');
    return {
      entries,
      isRead: segments.every(({ kind }) => kind !== 'unread'),
      isPlain: segments.every(
        ({ kind, from }) => kind !== 'name' && (kind !== 'unread' || isEveryday(from)),
      ),
    };
  }

  #byItsWords(claim: Claim): Verdict {
    const { entries, isRead, isPlain } = this.#wordsOf(claim.spelled);
    const asked = entries.find((each) => this.#isQuestion(each));
    if (asked) return { reason: 'question', against: asked.spelled };
    const stranger = entries.find(
      ({ product, isOfConcern }) =>
        isOfConcern && product && !product.of.every((number) => claim.of.includes(number)),
    );
    if (stranger) return { reason: 'holds-name', against: stranger.spelled };
    if (isPlain) return { reason: 'plain-words' };
    const products = entries.filter(({ product }) => product);
    return isRead && products.length > 0 ? this.#sameOr(claim, products) : undefined;
  }

  /** A brand that has to be asked about, or words that suggest a class that matters. */
  #isQuestion({ variant, word }: Entry): boolean {
    return variant !== undefined || this.#lexicon.why(word?.means ?? []) !== undefined;
  }

  /** Names of ours for the same ingredients; or, where nothing of concern is in either, of other ones. */
  #sameOr(claim: Claim, entries: readonly Entry[]): Verdict {
    const [first] = entries;
    const against = entries.map(({ spelled }) => spelled).join(' ');
    if (!first?.product) return { reason: 'question', against };
    const read = new Set(entries.flatMap(({ product }) => product?.of ?? []));
    const isSame =
      claim.strangers.length === 0 &&
      read.size === claim.of.length &&
      claim.of.every((number) => read.has(number));
    return isSame || (entries.length > 1 && !this.#matters([...claim.of, ...read]))
      ? 'known'
      : { reason: 'other-medicine', against };
  }

  #matters(numbers: readonly number[]): boolean {
    const classes = this.#lexicon.ingredients(numbers).flatMap((each) => each.classes);
    return this.#lexicon.why(classes) !== undefined;
  }

  /** The ending of an unknown ingredient, or of a name for one, may tell a class that a rule concerns. */
  #byEnding({ spelled, strangers }: Claim): Objection | undefined {
    if (strangers.length === 0) return undefined;
    const words = [spelled, ...strangers].flatMap((text) => [
      foldName(text),
      ...tokensOf(text).map((token) => token.text),
    ]);
    const stem = this.#lexicon.vocabulary.stems.find(
      ({ ending, means }) =>
        this.#lexicon.why(means) !== undefined &&
        words.some((word) => word.endsWith(foldName(ending))),
    );
    return stem && { reason: 'ending', against: `-${stem.ending}` };
  }

  #byLikeness(key: string, { of, strangers }: Claim): Objection | undefined {
    this.#likeness ??= likenessTo(this.#lexicon);
    const identity = strangers.length > 0 ? undefined : identityOf(of);
    const like = this.#likeness(key).find((entry) => entry.identity !== identity);
    return like && { reason: 'look-alike', against: like.spelled };
  }
}
