import { Document, isMap, isSeq, parseDocument } from 'yaml';

import type { Approval } from '../../rules/schema/approvals.ts';

const HEADER = ` yaml-language-server: $schema=./schema.json
 Who approved which rule, in the order in which it was done. \`prescreen rules approve\` adds to this file;
 each entry carries the hash of the one before, so nothing in it can be changed or left out unseen.`;

/** The text of an approvals file with further entries at its end; all that stood in it stays as it was written. */
export function appendApproval(
  text: string | undefined,
  ...approvals: readonly Approval[]
): string {
  const document = text === undefined ? new Document({ approvals: [] }) : parseDocument(text);
  if (text === undefined) document.commentBefore = HEADER;
  const list = document.get('approvals');
  if (!isSeq(list)) throw new Error('the approvals are no list');
  list.flow = false;
  for (const approval of approvals) {
    const entry = document.createNode(approval);
    const parts = isMap(entry) ? entry.get('parts') : undefined;
    if (isMap(parts)) parts.flow = true;
    list.add(entry);
  }
  return document.toString({ lineWidth: 0 });
}
