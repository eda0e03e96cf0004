/** "from 2027-01-01", "until 2027-06-01", or both; undefined for what is always in force. */
export function periodText({ from, until }: Period): string | undefined {
  const parts = [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}

interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
