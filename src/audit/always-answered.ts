/** What of the visit is always known: without the procedure an intake is invalid, and the site fills in the rest. */
export const ALWAYS_ANSWERED: ReadonlySet<string> = new Set([
  'procedure.type',
  'procedure.sedation',
  'procedure.steroid',
  'procedure.contrast',
]);
