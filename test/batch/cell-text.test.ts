import { describe, expect, test } from 'vitest';

import { CellText } from '../../src/batch/cell-text.ts';

const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('the bytes of a cell', () => {
  test('are UTF-8 when they can be', () => {
    expect(new CellText(undefined).read(bytes('José'))).toBe('José');
  });

  test('are Windows-1252 when they cannot, and from then on', () => {
    const text = new CellText(undefined);
    expect(text.read('Jos\u00E9 \u0096 x')).toBe('José – x');
    expect(text.read(bytes('é'))).toBe('Ã©');
  });

  test('are no text when the file was UTF-8 before', () => {
    const text = new CellText(undefined);
    text.read(bytes('é'));
    expect(text.read('Jos\u00E9')).toBeUndefined();
  });

  test('are read in the encoding that is stated', () => {
    expect(new CellText('windows-1252').read(bytes('é'))).toBe('Ã©');
    expect(new CellText('utf-8').read('\u00E9')).toBeUndefined();
  });
});
