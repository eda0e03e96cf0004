/**
 * What holds of the papers of every patient, over generated ones.
 * @module-tag long
 */
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test, vi } from 'vitest';

import { earliestWords } from '../../../src/report/earliest-words.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { calendar } from '../../../src/report/papers/calendar.ts';
import { chartNote } from '../../../src/report/papers/chart-note.ts';
import {
  LANGUAGES,
  PAPER_KINDS,
  type PaperSource,
  procedureWords,
} from '../../../src/report/papers/paper-source.ts';
import { paperText } from '../../../src/report/papers/paper.ts';
import { patientSheetText } from '../../../src/report/papers/patient-sheet-text.ts';
import { type PatientSheet, patientSheet } from '../../../src/report/papers/patient-sheet.ts';
import { plainSigns } from '../../../src/report/papers/plain-layout.ts';
import { sbar } from '../../../src/report/papers/sbar.ts';
import { patientTime } from '../../../src/report/papers/patient-time.ts';
import { wordsOf } from '../../../src/report/papers/words-of.ts';
import { headlineWords, summaryText } from '../../../src/report/summary-text.ts';
import { patientTexts } from '../../../src/rules/patient-texts.ts';
import { readBack } from '../../../src/time/parse-time.ts';
import { tooWide } from '../../support/colour.ts';
import { generatedIntake } from '../../support/generated-intake.ts';
import { paperSource, unwrapped } from '../../support/paper-source.ts';
import { readingGrade } from '../../support/reading-grade.ts';
import { sheetReading } from '../../support/sheet-reading.ts';
import { shipped } from '../../support/shipped.ts';

vi.setConfig({ testTimeout: 120_000 });

const PATIENTS = { numRuns: 300 };
/** For every generated patient, in every language. What fails is shown as answers, from which all else follows. */
function always(claim: (source: PaperSource) => void): void {
  fc.assert(
    fc.property(generatedIntake, fc.constantFrom(...LANGUAGES), (raw, language) =>
      claim(paperSource(raw, { language })),
    ),
    PATIENTS,
  );
}

function textsOf({ status, steps, groups }: PatientSheet): string[] {
  return [...status, ...steps.map(({ what }) => what), ...groups.flatMap(({ items }) => items)].map(
    ({ text }) => text,
  );
}

const told = ({ result }: PaperSource) =>
  result.instructions.filter((each) => each.for === 'patient');

describe('of every patient', () => {
  test('each hold, and each reason to contact the physician, is in the note and in the SBAR', () => {
    always((source) => {
      const papers = [chartNote, sbar].map((write) => unwrapped(write(source)));
      for (const { disposition, message, action = '' } of source.result.findings) {
        if (disposition === 'go') continue;
        for (const paper of papers) {
          expect(paper).toContain(unwrapped(plainSigns(message)));
          expect(paper).toContain(unwrapped(plainSigns(action)));
        }
      }
    });
  });

  test('note and SBAR have the headline of the screen, its earliest date and every open question', () => {
    always((source) => {
      const { result, zone } = source;
      for (const write of [chartNote, sbar]) {
        const paper = unwrapped(write(source));
        expect(paper).toMatch(/^(?:PRE-PROCEDURE SCREEN|SBAR): /);
        expect(paper).toContain(`: ${headlineWords(result)} Patient: ${result.id}`);
        expect(paper).toContain(unwrapped(earliestWords(result, zone)));
        for (const { text } of result.missing) expect(paper).toContain(unwrapped(plainSigns(text)));
      }
    });
  });

  test('the screen has every dated step once, on its time line, and is 80 columns wide', () => {
    always((source) => {
      const { result, intake, zone, ruleSet } = source;
      const procedure = procedureWords(source);
      const options = { palette: PLAIN, zone, ruleSet, procedure, intake, full: false };
      const screen = summaryText(result, options);
      expect(tooWide(screen)).toEqual([]);
      if (result.urgency === 'emergency') return;
      for (const { at, text } of result.instructions) {
        if (at === undefined) continue;
        expect(unwrapped(screen).split(text)).toHaveLength(2);
      }
    });
  });

  test('everything the patient is told is in the note, in the words of the result', () => {
    always((source) => {
      const note = unwrapped(chartNote(source));
      for (const { text } of told(source)) expect(note).toContain(unwrapped(plainSigns(text)));
    });
  });

  test('each dated step is on the sheet at its hour, and in the calendar at that moment', () => {
    always((source) => {
      const { zone, language } = source;
      const sheet = patientSheet(source);
      const text = unwrapped(patientSheetText(sheet));
      const moments = eventsOf(calendar(source)).map(({ at }) => at);
      for (const { at, values = {} } of told(source)) {
        if (at === undefined) continue;
        const hour = patientTime(readBack(at), zone, wordsOf(language));
        const step = sheet.steps.find(
          ({ when, what }) => when === hour && what.text.includes(values['medicine'] ?? ''),
        );
        expect(step).toBeDefined();
        expect(text).toContain(unwrapped(`${hour} ${step?.what.text}`));
        expect(moments).toContain(readBack(at));
      }
    });
  });

  test('the calendar has the words of the sheet, and a lock screen shows none of them', () => {
    always((source) => {
      const sheet = patientSheet(source);
      const events = eventsOf(calendar(source));
      for (const { what, at, isProcedure } of sheet.steps) {
        if (isProcedure) continue;
        expect(
          events.some((event) => event.at === at && event.description.includes(what.text)),
        ).toBe(true);
      }
      const { calendarStep, calendarVisit, calendarUnconfirmed } = wordsOf(source.language);
      for (const { summary } of events) {
        expect([calendarStep, calendarVisit, calendarUnconfirmed]).toContain(summary);
      }
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    });
  });

  test('no medicine is both stopped and kept on a paper', () => {
    always((source) => {
      for (const kind of PAPER_KINDS) {
        const paper = unwrapped(paperText(kind, source));
        for (const name of namesOf(source)) {
          const stops = paper.includes(plainSigns(`last dose of ${name} no later`));
          const keeps = paper.includes(plainSigns(`keep taking ${name}`));
          expect(stops && keeps).toBe(false);
        }
      }
    });
  });

  test('the sheet says what the disposition is, and nothing of another', () => {
    const { sheet: words } = shipped.ruleSet;
    always((source) => {
      const { disposition, urgency } = source.result;
      const texts = textsOf(patientSheet({ ...source, language: 'en' }));
      expect(texts.includes(words.go)).toBe(disposition === 'go');
      expect(texts.includes(words.contact_physician)).toBe(disposition === 'contact-physician');
      expect(texts.includes(words.emergency)).toBe(urgency === 'emergency');
      const isHeld = texts.includes(words.hold) || texts.includes(words.not_asked);
      expect(isHeld).toBe(disposition === 'hold' && urgency !== 'emergency');
      expect(texts).toContain(words.medicines);
    });
  });

  test('a procedure that is held is no step, and only one that can go is confirmed', () => {
    always((source) => {
      const { disposition, procedure_at: at } = source.result;
      const sheet = patientSheet(source);
      expect(sheet.steps.some(({ isProcedure }) => isProcedure)).toBe(disposition !== 'hold');
      const visit = eventsOf(calendar(source)).filter((event) => event.at === readBack(at));
      const isConfirmed = visit.some(
        ({ summary }) => summary === wordsOf(source.language).calendarVisit,
      );
      expect(isConfirmed).toBe(disposition === 'go');
    });
  });

  test('nothing is wider than its paper', () => {
    always((source) => {
      for (const kind of ['note', 'sbar', 'patient'] as const) {
        for (const line of paperText(kind, source).split('\n')) {
          expect(line.length).toBeLessThanOrEqual(72);
        }
      }
      for (const line of calendar(source).split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }
    });
  });

  test('the Spanish sheet has no English sentence, and says that it needs a review', () => {
    always((source) => {
      const sheet = patientSheet({ ...source, language: 'es' });
      expect(textsOf(sheet).filter((text) => text.startsWith('(English)'))).toEqual([]);
      expect(sheet.warning).toContain('needs a clinician’s review');
    });
  });
});

test('nobody is told on a paper to stop what is prescribed, without the agreement on record', () => {
  const refused = (list: unknown): unknown =>
    (list as object[]).map((each) => ({ ...each, prescriber_agrees: false }));
  const PRESCRIBED = ['anticoagulant', 'p2y12', 'sglt2', 'glp1', 'insulin', 'sulfonylurea'];
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      const source = paperSource({
        ...raw,
        medications: refused(raw['medications']),
        supplements: refused(raw['supplements']),
      });
      const prescribed = source.result.medicines.filter(({ classes }) =>
        classes.some((name) => PRESCRIBED.includes(name)),
      );
      for (const kind of PAPER_KINDS) {
        const paper = unwrapped(paperText(kind, source));
        for (const { recognised } of prescribed) {
          expect(paper).not.toMatch(new RegExp(`Take your last dose of [^.]*${recognised}`));
        }
      }
    }),
    PATIENTS,
  );
});

test('no sentence of the rules for patients is hard to read by itself', () => {
  const hard = patientTexts(shipped.ruleSet)
    .filter(({ key, text }) => key !== 'questions:procedure.type' && readingGrade(text) > 10)
    .map(({ text }) => text);
  expect(hard).toEqual([]);
});

test('the sheet reads at grade 6 or below for everybody, and at about 4 on the average', () => {
  const grades: number[] = [];
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      const source = paperSource(raw);
      const grade = readingGrade(sheetReading(patientSheet(source), source));
      grades.push(grade);
      expect(grade).toBeLessThanOrEqual(6);
    }),
    PATIENTS,
  );
  const mean = grades.reduce((sum, each) => sum + each, 0) / grades.length;
  expect(mean).toBeLessThanOrEqual(4.5);
});

/** The names under which the patient hears of medicines. */
function namesOf(source: PaperSource): string[] {
  return told(source).flatMap(({ values = {} }) => values['medicine'] ?? []);
}

/** The events of a calendar, as another reader of the format sees them. */
function eventsOf(text: string) {
  const root = new ICAL.Component(
    ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0],
  );
  return root.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, startDate } = new ICAL.Event(component);
    return { uid, summary, description, at: startDate.toJSDate().getTime() };
  });
}
