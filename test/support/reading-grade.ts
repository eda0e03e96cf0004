import { syllable } from 'syllable';

/**
 * The Flesch-Kincaid grade of a text: 0.39 words a sentence, 11.8 syllables a word, less 15.59. Numbers count as
 * words of one syllable; names that the reader cannot be spared are to be taken out before.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.?!]+(?:\s+|$)/).filter((each) => /\w/.test(each));
  const words = sentences.flatMap((each) =>
    each.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== ''),
  );
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
}
