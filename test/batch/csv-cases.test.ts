/** What the test suites of well-known readers of CSV ask of one, as far as it applies here; where this one differs, why. */
import { describe, expect, test } from 'vitest';

import { CsvReader } from '../../src/batch/csv-reader.ts';

type Cells = readonly (readonly string[])[];
type Case = readonly [what: string, text: string, cells: Cells, delimiter?: string];

function read(text: string, delimiter = ','): readonly (readonly string[] | string)[] {
  const csv = new CsvReader(delimiter);
  return [...csv.push(text), ...csv.end()].map(({ cells, fault }) => fault ?? cells);
}

const ALIKE: readonly Case[] = [
  ['one row', 'k,l,m', [['k', 'l', 'm']]],
  [
    'two rows',
    'k,l\n1,2',
    [
      ['k', 'l'],
      ['1', '2'],
    ],
  ],
  ['spaces at the edges of a cell', 'k,\t l ,m', [['k', '\t l ', 'm']]],
  ['a quoted cell', 'k,"l",m', [['k', 'l', 'm']]],
  ['spaces within quotes', 'k," l  ",m', [['k', ' l  ', 'm']]],
  ['quotes after a space, which open nothing', 'k, "l" ,m', [['k', ' "l" ', 'm']]],
  ['a delimiter in quotes', 'k,"l,l",m', [['k', 'l,l', 'm']]],
  ['a line end in quotes', 'k,"l\r\nl",m', [['k', 'l\r\nl', 'm']]],
  ['several line ends in quotes', 'k,"l\n\nl\n",m', [['k', 'l\n\nl\n', 'm']]],
  ['quotes in quotes', 'k,"l""l""l",m', [['k', 'l"l"l', 'm']]],
  ['quotes at both ends of a quoted cell', 'k,"""l""",m', [['k', '"l"', 'm']]],
  ['a quoted cell of nothing but quotes', '"""",k', [['"', 'k']]],
  [
    'a quoted cell at the end of a row',
    'k,l,"m"\n1,2,"3"',
    [
      ['k', 'l', 'm'],
      ['1', '2', '3'],
    ],
  ],
  [
    'six quotes in a row and a delimiter, all in quotes',
    '1,"k"""""",""l",2',
    [['1', 'k""","l', '2']],
  ],
  ['a quoted delimiter at the end', 'k,",,"', [['k', ',,']]],
  ['a quoted line end at the end of the text', 'k,"l\n"', [['k', 'l\n']]],
  [
    'all cells quoted',
    '"k","l"\n"1","2"\n',
    [
      ['k', 'l'],
      ['1', '2'],
    ],
  ],
  ['quotes within a cell that is not quoted', 'k,l "l" l,m', [['k', 'l "l" l', 'm']]],
  ['a quote at the end of a cell that is not quoted', 'k,l",m', [['k', 'l"', 'm']]],
  ['an inch sign after digits', '1,6",2', [['1', '6"', '2']]],
  ['empty cells in a row', 'k,,,l', [['k', '', '', 'l']]],
  ['nothing but delimiters', ',,', [['', '', '']]],
  [
    'an empty cell at the beginning and at the end of a row',
    'k,l,m\r\n,1,2\r\n1,2,\r\n',
    [
      ['k', 'l', 'm'],
      ['', '1', '2'],
      ['1', '2', ''],
    ],
  ],
  ['a row that starts with a quoted line end', '"\nk",l', [['\nk', 'l']]],
  ['an empty quoted cell beside an empty one', '"",,""', [['', '', '']]],
  [
    'a row with too few cells',
    'k,l,m\n1,2',
    [
      ['k', 'l', 'm'],
      ['1', '2'],
    ],
  ],
  [
    'a row with too many',
    'k,l\n1,2,3',
    [
      ['k', 'l'],
      ['1', '2', '3'],
    ],
  ],
  [
    'tabs as delimiters, with commas in cells',
    'k,1\tl\nm\tn',
    [
      ['k,1', 'l'],
      ['m', 'n'],
    ],
    '\t',
  ],
  ['unit separators as delimiters', 'k\u001F"l\u001Fl"\u001Fm', [['k', 'l\u001Fl', 'm']], '\u001F'],
  ['record separators as delimiters', 'k\u001El', [['k', 'l']], '\u001E'],
  ['bars as delimiters', 'k|l|"m|m"', [['k', 'l', 'm|m']], '|'],
  [
    'semicolons, with decimal commas',
    '1,5;2\n3;4',
    [
      ['1,5', '2'],
      ['3', '4'],
    ],
    ';',
  ],
  [
    'carriage returns alone as line ends',
    'k,l\r1,2\r3,4',
    [
      ['k', 'l'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['line ends of two kinds', 'k\r\nl\nm', [['k'], ['l'], ['m']]],
  ['a text without anything', '', []],
  ['a text that is one line end', '\n', [['']]],
  ['an empty line between rows', 'k\n\nl', [['k'], [''], ['l']]],
  [
    'letters of every script',
    'ключ,值\n"é,ü",ß',
    [
      ['ключ', '值'],
      ['é,ü', 'ß'],
    ],
  ],
  ['signs that end a line elsewhere', 'k\u2028l,m\u0085n', [['k\u2028l', 'm\u0085n']]],
  ['a zero byte', 'k\u0000,l', [['k\u0000', 'l']]],
];

interface Deviation {
  readonly what: string;
  readonly text: string;
  readonly read: readonly (readonly string[] | string)[];
  readonly why: string;
}

const DIFFERENT: readonly Deviation[] = [
  {
    what: 'spaces between a closing quote and the delimiter',
    text: 'k,"l" ,m\n1,2,3',
    read: ['text-after-quote', ['1', '2', '3']],
    why: 'others drop or keep the spaces; what stands there may be lost text, so the row is rejected',
  },
  {
    what: 'a quote that is never closed',
    text: 'k,"l,m\n1,2,3',
    read: ['unclosed-quote', ['1', '2', '3']],
    why: 'others take the rest of the file for one cell; here it costs one row',
  },
  {
    what: 'a quote escaped by a backslash',
    text: 'k,"l\\"l",m\n1,2,3',
    read: ['text-after-quote', ['1', '2', '3']],
    why: 'RFC 4180 knows only the doubled quote, and a guess could move text into the next cell',
  },
  {
    what: 'a line that starts with a number sign',
    text: '#k,l\n1,2',
    read: [
      ['#k', 'l'],
      ['1', '2'],
    ],
    why: 'no row is left out as a comment: it may be a patient',
  },
  {
    what: 'quotes by apostrophes',
    text: "'k,k',l",
    read: [["'k", "k'", 'l']],
    why: 'an apostrophe is part of names; no other sign for quotes can be set',
  },
  {
    what: 'a line that says which delimiter is meant',
    text: 'sep=;\nk,l',
    read: [['sep=;'], ['k', 'l']],
    why: 'it is no matter of rows: where a file is opened it is taken off, above the header',
  },
];

describe('a reader of CSV reads', () => {
  test.each(
    ALIKE.map(([what, text, cells, delimiter = ',']) => ({ what, text, cells, delimiter })),
  )('$what', ({ text, cells, delimiter }) => {
    expect(read(text, delimiter)).toEqual(cells);
  });
});

describe('otherwise than other readers, it takes', () => {
  test.each(DIFFERENT)('$what: $why', ({ text, read: expected }) => {
    expect(read(text)).toEqual(expected);
  });
});
