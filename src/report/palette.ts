/** What is shown in colour, by what it means. A word always says the same, so that nothing hangs on the colour. */
export interface Palette {
  readonly stop: (text: string) => string;
  readonly caution: (text: string) => string;
  readonly go: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const plain = (text: string): string => text;

export const PLAIN: Palette = {
  stop: plain,
  caution: plain,
  go: plain,
  heading: plain,
  quiet: plain,
};
