/** The words of the patient's papers that are not clinical: headings, days and hours. Sentences stand in the rules. */
export interface SheetWords {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly day: (weekday: string, day: number, month: string) => string;
  readonly year: (day: string, year: number) => string;
  readonly noon: string;
  /** At midnight, which night it is: the days between which it lies. */
  readonly midnight: (before: string, after: string) => string;
  readonly title: string;
  /** When it does not go ahead as planned. */
  readonly titleOfHold: string;
  readonly labels: {
    readonly patient: string;
    readonly procedure: string;
    readonly when: string;
    readonly clinic: string;
    readonly phone: string;
  };
  readonly steps: string;
  readonly atProcedure: string;
  readonly phases: Readonly<Record<'before' | 'day' | 'after', string>>;
  readonly madeOn: (date: string) => string;
  /** Stands before a sentence that has no translation. */
  readonly untranslated: string;
  /** Stands on a translation that no clinician has signed; none in English. */
  readonly unreviewed: string;
  /** All that a lock screen shows of a step, and of the visit. */
  readonly calendarStep: string;
  readonly calendarVisit: string;
  readonly calendarUnconfirmed: string;
}
