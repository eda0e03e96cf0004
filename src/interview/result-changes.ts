import type { Finding, MedicineLine, ScreenResult } from '../evaluation/result.ts';

/** What changed between two screenings of the same patient. */
export interface ResultChanges {
  readonly before: ScreenResult;
  readonly now: ScreenResult;
  /** Findings that stand in the way, by rule and subject. */
  readonly cleared: readonly Finding[];
  readonly raised: readonly Finding[];
  /** Medicines by their names as they were given. */
  readonly added: readonly MedicineLine[];
  readonly removed: readonly MedicineLine[];
  readonly otherwise: readonly { readonly before: MedicineLine; readonly now: MedicineLine }[];
}

export function resultChanges(before: ScreenResult, now: ScreenResult): ResultChanges {
  const medicineNow = byName(now.medicines);
  const medicineBefore = byName(before.medicines);
  return {
    before,
    now,
    cleared: standingIn(before).filter(
      (each) => !standingIn(now).some((other) => isSame(each, other)),
    ),
    raised: standingIn(now).filter(
      (each) => !standingIn(before).some((other) => isSame(each, other)),
    ),
    added: now.medicines.filter(({ as_written: name }) => !medicineBefore.has(name)),
    removed: before.medicines.filter(({ as_written: name }) => !medicineNow.has(name)),
    otherwise: now.medicines.flatMap((line) => {
      const earlier = medicineBefore.get(line.as_written);
      return earlier && earlier.action !== line.action ? [{ before: earlier, now: line }] : [];
    }),
  };
}

function standingIn({ findings }: ScreenResult): readonly Finding[] {
  return findings.filter(({ disposition }) => disposition !== 'go');
}

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.subject === b.subject && a.disposition === b.disposition;
}

function byName(lines: readonly MedicineLine[]): ReadonlyMap<string, MedicineLine> {
  return new Map(lines.map((line) => [line.as_written, line]));
}
