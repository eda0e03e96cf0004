import { Document, isMap, isSeq, parseDocument } from 'yaml';

import type { Approval } from '../../rules/schema/approvals.ts';

const HEADER = ` yaml-language-server: $schema=./schema.json
 Who approved which rule, in the order in which it was done. \`prescreen rules approve\` adds to this file;
 each entry carries the hash of the one before, so nothing in it can be changed or left out unseen.`;

/** The text of an approvals file with one more entry at its end; all that stood in it stays as it was written. */
export function appendApproval(text: string | undefined, approval: Approval): string {
  const document = text === undefined ? new Document({ approvals: [] }) : parseDocument(text);
  if (text === undefined) document.commentBefore = HEADER;
  const list = document.get('approvals');
  if (!isSeq(list)) throw new Error('the approvals are no list');
  list.flow = false;
  const entry = document.createNode(approval);
  if (isMap(entry)) {
    const parts = entry.get('parts');
    if (isMap(parts)) parts.flow = true;
  }
  list.add(entry);
  return document.toString({ lineWidth: 0 });
}
