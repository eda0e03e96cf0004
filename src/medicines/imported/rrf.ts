/** NLM's Rich Release Format: a row a line, every field closed by a pipe. */

/** The columns of RXNCONSO.RRF: one row for each name of a concept. */
export const CONSO = [
  ...(['RXCUI', 'LAT', 'TS', 'LUI', 'STT', 'SUI', 'ISPREF', 'RXAUI', 'SAUI'] as const),
  ...(['SCUI', 'SDUI', 'SAB', 'TTY', 'CODE', 'STR', 'SRL', 'SUPPRESS', 'CVF'] as const),
] as const;

/** The columns of RXNREL.RRF: one row for each direction of each relation. */
export const REL = [
  ...(['RXCUI1', 'RXAUI1', 'STYPE1', 'REL', 'RXCUI2', 'RXAUI2', 'STYPE2', 'RELA'] as const),
  ...(['RUI', 'SRUI', 'SAB', 'SL', 'DIR', 'RG', 'SUPPRESS', 'CVF'] as const),
] as const;

/** One line taken apart. */
export type Fields = readonly string[];

/** The fields of a line, or how many there are where they are not one for each column. */
export function fieldsOf(line: string, columns: readonly string[]): Fields | number {
  const pieces = line.split('|');
  const closed = pieces.length - 1;
  const isClosed = pieces.at(-1) === '';
  if (closed === columns.length && isClosed) return pieces;
  return closed >= columns.length && !isClosed ? closed + 1 : closed;
}

/** Takes fields by the names of their columns. */
export function fieldTaker<Column extends string>(
  columns: readonly Column[],
): (fields: Fields, column: Column) => string {
  const places = new Map(columns.map((column, place) => [column, place]));
  return (fields, column) => fields[places.get(column) ?? -1] ?? '';
}
