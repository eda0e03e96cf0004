import type { Language } from './paper-source.ts';
import type { SheetWords } from './sheet-words.ts';
import { ENGLISH } from './words-en.ts';
import { SPANISH } from './words-es.ts';

const WORDS: Readonly<Record<Language, SheetWords>> = { en: ENGLISH, es: SPANISH };

export function wordsOf(language: Language): SheetWords {
  return WORDS[language];
}
