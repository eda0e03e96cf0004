/** The ways to answer that questions share: yes or no, one of some choices, or several of a list. */
import { type Ask, type Option, optionsOf, refused, type Reply } from './ask.ts';

/** What can be pressed or typed, and what it means. */
export type AnswerKind = Pick<Ask, 'kind' | 'options' | 'echo'> & {
  readonly readAnswer: (text: string) => Reply;
};

export function yesNo(): AnswerKind {
  const options = [
    { key: 'y', label: 'Yes' },
    { key: 'n', label: 'No' },
  ];
  return {
    kind: 'keys',
    options,
    readAnswer: (text) => {
      const word = text.trim().toLowerCase();
      if (word === 'y' || word === 'yes') return { is: 'value', value: true };
      if (word === 'n' || word === 'no') return { is: 'value', value: false };
      return refused('y or n');
    },
  };
}

export function choice(choices: Readonly<Record<string, string>>): AnswerKind {
  const options = optionsOf(choices);
  return {
    kind: 'keys',
    options,
    readAnswer: (text) => {
      const found = options.find(({ key }) => key === text.trim().toLowerCase());
      return found
        ? { is: 'value', value: found.value }
        : refused(`\`${text.trim()}\` is none of the keys`);
    },
  };
}

export function list(choices: Readonly<Record<string, string>>): AnswerKind {
  const options = optionsOf(choices);
  return {
    kind: 'list',
    options,
    readAnswer: (text) => {
      const keys = [...new Set(text.toLowerCase().replaceAll(/[\s,;]+/g, ''))];
      const unknown = keys.find((key) => !options.some((each) => each.key === key));
      if (unknown !== undefined) return refused(`\`${unknown}\` is none of the keys`);
      if (keys.includes('0') && keys.length > 1)
        return refused(
          `0 says none of these, but ${keys.filter((key) => key !== '0').join(' and ')} is ticked: untick it first`,
        );
      return {
        is: 'value',
        value: options.filter(({ key }) => keys.includes(key)).map(({ value }) => value),
      };
    },
  };
}

/** An answer that is changed begins with what was ticked; `none` is not ticked but said. */
export function tickedKeys(value: readonly unknown[], options: readonly Option[]): string {
  return options
    .filter((option) => option.key !== '0' && 'value' in option && value.includes(option.value))
    .map(({ key }) => key)
    .join('');
}
