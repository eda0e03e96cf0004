import { groundsOf } from '../../evaluation/screen.ts';
import { bookMarkdown } from '../../report/book/book-markdown.ts';
import { bookPage } from '../../report/book/book-page.ts';
import { ruleBook } from '../../report/book/rule-book.ts';
import { readSigned } from '../approvals.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { writeWhole } from '../write-whole.ts';

export interface BookOptions extends GlobalOptions {
  readonly out?: string;
}

/** Writes the rules, and all that they stand on, as one document; as JSON, its blocks. */
export async function rulesBook(options: BookOptions, terminal: Terminal): Promise<ExitCode> {
  const { out } = options;
  if (out !== undefined && !/\.(html?|md)$/i.test(out))
    throw new Trouble(`--out: ${out} ends neither in .html nor in .md`);
  const { rules, folder, bench, status } = readSigned(options, terminal);
  const { screener } = await loadInForce({ ...options, rules: folder }, terminal);
  const { prepared, site, zone } = bench.screener;
  const book = ruleBook({
    ruleSet: prepared.ruleSet,
    topics: rules.topics,
    examples: rules.examples,
    vocabulary: rules.vocabulary,
    site,
    grounds: groundsOf(screener),
    status,
    today: zone.dayOf(terminal.now()),
  });
  if (options.json) print(terminal, JSON.stringify({ schema: 'prescreen.rules-book/1', ...book }));
  const text = out !== undefined && /html?$/i.test(out) ? bookPage(book) : bookMarkdown(book);
  if (out !== undefined) {
    writeWhole(out, text);
    complain(terminal, `Written to ${out}`);
  } else if (!options.json) print(terminal, text);
  return EXIT.done;
}
