import type { QuoteFault } from './csv-reader.ts';

export const CUT_OPEN: Readonly<Record<QuoteFault, string>> = {
  'unclosed-quote': 'a quote is opened here and not closed',
  'text-after-quote': 'text stands between a closing quote and the next delimiter',
};
