/** The letters beside each other on a keyboard, row by row; written down here apart from the code that is tested. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa', w: 'qeas', e: 'wrsd', r: 'etdf', t: 'ryfg', y: 'tugh', u: 'yihj', i: 'uojk', o: 'ipkl', p: 'ol',
  a: 'qwsz', s: 'weadzx', d: 'ersfxc', f: 'rtdgcv', g: 'tyfhvb', h: 'yugjbn', j: 'uihknm', k: 'iojlm', l: 'opk',
  z: 'asx', x: 'sdzc', c: 'dfxv', v: 'fgcb', b: 'ghvn', n: 'hjbm', m: 'jkn',
}; // prettier-ignore

/** Every way to get one letter of a name wrong: left out, doubled, swapped with the next, or a neighbouring key. */
export function singleEdits(name: string): string[] {
  const edits = new Set<string>();
  for (let at = 0; at < name.length; at += 1) {
    const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    if (!/\p{L}/u.test(letter)) continue;
    edits.add(before + after);
    edits.add(before + letter + letter + after);
    edits.add(before + after.charAt(0) + letter + after.slice(1));
    for (const other of NEIGHBOURS[letter.toLowerCase()] ?? '') edits.add(before + other + after);
  }
  edits.delete(name);
  return [...edits];
}
