import type { Said } from '../../interview/session.ts';
import type { Palette } from '../palette.ts';
import { shortQuestion } from '../short-question.ts';
import { wrap, WIDTH } from '../wrap.ts';

const LABEL = 46;

/** The lines that stay on the screen after a reply. The title of a section stands above its first answer. */
export function saidLines(
  said: readonly Said[],
  lastSection: string | undefined,
  palette: Palette,
): string[] {
  let section = lastSection;
  return said.flatMap((each) => {
    if (each.is === 'note')
      return wrap(each.text, WIDTH - 6).map((line, index) =>
        palette.caution(`${index === 0 ? '  ! ' : '    '}${line}`),
      );
    const title = each.section === section ? [] : ['', palette.heading(`  ${each.section}`)];
    section = each.section;
    return [...title, ...answerLines(each.label, each.answer)];
  });
}

export function lastSectionOf(
  said: readonly Said[],
  before: string | undefined,
): string | undefined {
  const last = said.findLast((each) => each.is === 'answer');
  return last?.is === 'answer' ? last.section : before;
}

/** A question, shortened, with its answer beside it. */
export function answerLines(label: string, answer: string): string[] {
  const lead = `  ${shortQuestion(label, LABEL).padEnd(LABEL)}  `;
  return wrap(answer, WIDTH - 1 - lead.length).map(
    (line, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + line,
  );
}

/** Why something is asked, above the question that is put again. */
export function whyLines(help: readonly string[], palette: Palette): string[] {
  return [
    '',
    ...help.flatMap((text) =>
      wrap(text, WIDTH - 6).map((line, index) =>
        palette.quiet(`${index === 0 ? '  ? ' : '    '}${line}`),
      ),
    ),
  ];
}
