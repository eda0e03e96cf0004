import type { Lexicon } from '../lexicon.ts';
import type { Line } from './line.ts';
import { isCount, type Segment } from './segment.ts';
import type { Named } from './subjects.ts';

/** A run of words of a line, in order; what is nothing else is a name, misspelt or not. */
type Piece = Exclude<Segment, { readonly kind: 'unread' }> | NamePiece;

interface NamePiece {
  readonly from: number;
  readonly to: number;
  readonly kind: 'misspelt';
}

/**
 * Whether a line speaks, beside the medicine that it names, of what may be another one: a name "and a white
 * pill". Every word of it was read, and yet it must not be lost.
 */
export function speaksOfAnother(text: string, line: Line, named: Named, lexicon: Lexicon): boolean {
  const pieces = piecesOf(line, named);
  const isMedicine = (piece: Piece): boolean =>
    piece.kind === 'misspelt' ||
    (piece.kind === 'name' && lexicon.entry(piece.name).word === undefined);
  const joined = partsOf(pieces, (piece) => isJoin(piece, text, line));
  const listed = partsOf(pieces, (piece) => isJoin(piece, text, line) || hasComma(piece, line));
  return (
    joined.some((part) => !part.some(isMedicine) && holdsThing(part, line)) ||
    listed.some((part) => !part.some(isMedicine) && holdsWordOrReason(part)) ||
    holdsUncounted(pieces, pieces.findIndex(isMedicine), line) ||
    pieces.some((piece) => isThingAfterSlash(piece, text, line))
  );
}

function piecesOf({ tokens }: Line, { about }: Named): Piece[] {
  const starts = new Map(about.map((each) => [each.from, each]));
  const pieces: Piece[] = [];
  for (let from = 0; from < tokens.length; from = pieces.at(-1)?.to ?? tokens.length) {
    const each = starts.get(from);
    pieces.push(each && each.kind !== 'unread' ? each : { from, to: from + 1, kind: 'misspelt' });
  }
  return pieces;
}

/** The pieces between those that part them; a word that parts them belongs to neither side. */
function partsOf(pieces: readonly Piece[], isParting: (piece: Piece) => boolean): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isParting(piece)) parts.push([]);
    if (piece.kind !== 'phrase' || !piece.join) parts.at(-1)?.push(piece);
  }
  return parts;
}

function isJoin(piece: Piece, text: string, line: Line): boolean {
  const comma = line.tokens[piece.from]?.comma;
  const isPlus = comma !== undefined && text.charAt(comma) === '+';
  const isWord = piece.kind === 'phrase' && piece.join !== undefined;
  return isPlus || (isWord && !joinsAmounts(piece, text, line));
}

/** "0.25 mg or 0.5 mg". */
function joinsAmounts({ from, to }: Piece, text: string, { tokens }: Line): boolean {
  const following = text.slice(tokens[to - 1]?.end);
  return tokens[from]?.afterAmount === true && /^\s*\d/.test(following);
}

/** "(name) / pill"; but not "tablet/pill", which is one form. */
function isThingAfterSlash(piece: Piece, text: string, { tokens }: Line): boolean {
  if (piece.kind !== 'phrase' || !piece.thing || piece.from === 0) return false;
  const gap = text.slice(tokens[piece.from - 1]?.end, tokens[piece.from]?.start);
  return /\s\//.test(gap);
}

function hasComma({ from }: Piece, { tokens }: Line): boolean {
  return tokens[from]?.comma !== undefined;
}

/**
 * Joined to a medicine: a pill, a cream, or one for clots; but not more of the same: "2 tablets", "one pill at night".
 */
function holdsThing(part: readonly Piece[], line: Line): boolean {
  const isDose = part.some((each) => each.kind === 'phrase' && each.tells.frequency !== undefined);
  return part.some((piece, index) => {
    if (piece.kind !== 'phrase') return false;
    const { route, taken_for: reason } = piece.tells;
    const isMore = isCounted(part[index - 1], piece, line);
    const isForm =
      route === 'topical' || (route !== undefined && !isMore && !isOfAmount(part[0], line));
    return (piece.thing === true && !(isMore && isDose)) || isForm || reason !== undefined;
  });
}

/** "0.25 or 0.5 mg pen": more of the same, whatever form it has. */
function isOfAmount(first: Piece | undefined, { tokens }: Line): boolean {
  return first !== undefined && tokens[first.from]?.afterAmount === true;
}

/** Listed beside a medicine: words for a kind of medicine, or "one for clots". */
function holdsWordOrReason(part: readonly Piece[]): boolean {
  return part.some((piece, index) => {
    const before = part[index - 1];
    const isOther = piece.kind === 'phrase' && piece.tells.taken_for !== undefined;
    return (
      piece.kind === 'name' || (isOther && before?.kind === 'phrase' && before.counts === true)
    );
  });
}

function isCounted(before: Piece | undefined, piece: Piece, { tokens }: Line): boolean {
  return (before !== undefined && isCount(before)) || tokens[piece.from]?.afterAmount === true;
}

/** After a name, a pill that is not said to be of it: not right after the name, an amount or a form. */
function holdsUncounted(pieces: readonly Piece[], name: number, line: Line): boolean {
  return pieces.some((piece, index) => {
    if (name === -1 || index <= name || piece.kind !== 'phrase' || !piece.thing) return false;
    const before = pieces[index - 1];
    if (hasComma(piece, line)) return true;
    if (before?.kind !== 'phrase') return false;
    const { route, form, frequency } = before.tells;
    return (route ?? form ?? frequency) === undefined && !isCounted(before, piece, line);
  });
}
