/** Options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly rules?: string;
  readonly site?: string;
  readonly color?: boolean;
}
