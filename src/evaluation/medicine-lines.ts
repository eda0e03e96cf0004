import type { Context, ScreenedMedicine } from './context.ts';
import type { Verdict } from './evaluate-rule.ts';
import type { MedicineLine } from './result.ts';

/** Every medicine accounted for: what it was taken for, and what comes of it. */
export function medicineLines(context: Context, verdicts: readonly Verdict[]): MedicineLine[] {
  return [
    ...context.medicines.map((medicine) => {
      const own = verdicts.filter((verdict) => verdict.medicine?.position === medicine.position);
      return lineOf(medicine, actionFor(medicine, own));
    }),
    ...(context.notTaken ?? []).map((medicine) => lineOf(medicine, 'not-taken')),
  ];
}

function lineOf({ known, given }: ScreenedMedicine, action: MedicineLine['action']): MedicineLine {
  return {
    as_written: given.name,
    recognised: known.match === 'none' ? null : (known.generic ?? null),
    match: known.match,
    classes: [...known.classes],
    action,
    ...(known.match === 'none' ? { suggestions: [...known.suggestions] } : {}),
  };
}

function actionFor({ known }: ScreenedMedicine, own: readonly Verdict[]): MedicineLine['action'] {
  if (known.match === 'none') return 'unrecognised';
  if (
    own.some(
      ({ rule, status }) => status !== 'cannot-tell' && rule.body.outcome !== 'go' && rule.isWindow,
    )
  ) {
    return 'hold-window';
  }
  if (own.some(({ rule }) => rule.body.outcome !== 'go')) return 'contact-physician';
  return own.length > 0 ? 'continue' : 'no-action';
}
