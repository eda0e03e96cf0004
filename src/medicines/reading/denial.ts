import type { Line } from './line.ts';
import type { Segment } from './segment.ts';
import type { Named } from './subjects.ts';

/** Between a denial and the name that it denies: nothing, or a colon. */
const ADJACENT = /^\s*:?\s*$/;
const COLON = /^\s*:\s*$/;
const DASH = /^\s*[-–—]+\s*$/;
/** "(name) 5 mg: no"; after a dash more may have been meant: "(name) - denies bleeding". */
const AFTER_COLON = /:\s*$/;
/** "(name) 5 mg (not taking)"; without the other bracket, more may have stood there. */
const IN_BRACKETS = /\(\s*$/;
const CLOSED = /^\s*\)/;
/** No letter and no digit: bullets, brackets, points. */
const WORDLESS = /^[^\p{L}\p{N}]*$/u;

type Phrase = Segment & { readonly kind: 'phrase' };

/**
 * Whether what a line says of not taking a medicine cannot be misread, for it makes the medicine go away: one such
 * statement (or an allergy with what it does), in its place, of one name, and nothing else but how strong it is and in
 * what form it comes.
 */
export function isUnmistakable(text: string, line: Line, { subjects, about }: Named): boolean {
  const said = about.filter((each) => each.kind === 'phrase' && each.stands !== undefined);
  const [statement] = said;
  const isReaction = (each: Segment): boolean => each !== statement && isAllergy(each, statement);
  if (!statement || statement.kind !== 'phrase') return true;
  if (subjects.length === 0) return about.every((each) => !isThingApart(each, statement));
  const isOne = new Set(subjects.map(({ entry }) => entry.identity)).size === 1;
  return (
    said.every((each) => each === statement || isReaction(each)) &&
    // "No (brand) (generic)" may deny the brand alone; said behind both, it is of the medicine.
    (subjects.length === 1 || (isOne && statement.from > 0)) &&
    line.dates.every(({ use }) => use === 'if-stopped') &&
    about.every((each) => each === statement || isReaction(each) || isBare(each)) &&
    standsRight(text, line, about, statement)
  );
}

/** More of the same allergy: "allergic to (name), hives". */
function isAllergy(each: Segment, statement: Segment | undefined): boolean {
  return [each, statement].every((one) => one?.kind === 'phrase' && one.tells.status === 'allergy');
}

/** A name, a number, or words of the form that a medicine comes in. */
export function isBare(each: Segment): boolean {
  if (each.kind !== 'phrase') return true;
  const { route, form, ...others } = each.tells;
  const isForm = route !== undefined || form !== undefined;
  return isForm && Object.keys(others).length === 0 && !each.stands && !each.thing && !each.join;
}

/** "None, just the blue pill"; but not "no other pills". */
function isThingApart(each: Segment, { to }: Phrase): boolean {
  return each.kind === 'phrase' && each.thing === true && each.from !== to;
}

function standsRight(
  text: string,
  { tokens }: Line,
  about: readonly Segment[],
  { from, to, stands }: Phrase,
): boolean {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  const isFirst = WORDLESS.test(text.slice(0, start));
  const isLast = WORDLESS.test(text.slice(end));
  const following = text.slice(end, tokens[to]?.start);
  const preceding = text.slice(tokens[from - 1]?.end ?? 0, start);
  const next = about.find((each) => each.from === to);
  const isNameNext = to < tokens.length && (next === undefined || next.kind === 'name');
  if (stands === 'alone') return false;
  if (!isFirst) {
    const isApart =
      AFTER_COLON.test(preceding) ||
      (IN_BRACKETS.test(preceding) && CLOSED.test(text.slice(end))) ||
      (stands === 'apart' && DASH.test(preceding));
    return isLast && isApart;
  }
  return isNameNext && (stands === 'before' ? ADJACENT : COLON).test(following);
}
