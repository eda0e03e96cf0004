import type { Writable } from 'node:stream';

import { PLAIN_SIGNS } from '../report/papers/plain-layout.ts';
import type { Terminal } from './terminal.ts';

/** The signs that a console shows: any, those of its Western fonts, or those of a keyboard. */
type Signs = 'any' | 'latin-1' | 'ascii';

/** Consoles of Windows lack fonts for much; elsewhere the locale tells. */
export function signsOf(env: Terminal['env'], platform: NodeJS.Platform = process.platform): Signs {
  if (platform === 'win32') return 'latin-1';
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(
    (each) => each !== undefined && each !== '',
  );
  return /utf-?8/i.test(locale ?? '') ? 'any' : 'ascii';
}

const BEYOND: Readonly<Record<Exclude<Signs, 'any'>, RegExp>> = {
  'latin-1': /[^\p{ASCII}\u00a0-\u00ff]/gu,
  ascii: /\P{ASCII}/gu,
};

/** The text with nothing that the console cannot show. */
export function shownSigns(text: string, signs: Signs): string {
  return signs === 'any'
    ? text
    : text.replaceAll(BEYOND[signs], (sign) => PLAIN_SIGNS[sign] ?? withoutMarks(sign));
}

/** A letter without its accents; what is no letter of the Latin script cannot be shown. */
function withoutMarks(sign: string): string {
  const plain = sign.normalize('NFKD').replaceAll(/\P{ASCII}/gu, '');
  return plain === '' ? '?' : plain;
}

/** The stream, to which only such signs are written. */
export function withShownSigns<S extends Writable>(stream: S, signs: Signs): S {
  if (signs === 'any') return stream;
  return new Proxy(stream, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'write') return (...given: unknown[]) => Reflect.apply(value, target, given);
      return (chunk: unknown, ...rest: unknown[]) =>
        Reflect.apply(value, target, [
          typeof chunk === 'string' ? shownSigns(chunk, signs) : chunk,
          ...rest,
        ]);
    },
  });
}
