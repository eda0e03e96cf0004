import { isPastReview } from '../../audit/approvals/past-review.ts';
import { STATES, type SignatureStatus } from '../../audit/approvals/signature-status.ts';
import { statusText } from '../../report/rules/status-text.ts';
import { type Day, formatDay } from '../../time/day.ts';
import { readSigned } from '../approvals.ts';
import { paletteFor } from '../colour.ts';
import { dayOf } from '../day-of.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';

export interface StatusOptions extends GlobalOptions {
  readonly asOf?: string;
}

/** Which rules are signed as they stand, and which are due for review. */
export function rulesStatus(options: StatusOptions, terminal: Terminal): ExitCode {
  const { bench, status } = readSigned(options, terminal);
  const { prepared, zone } = bench.screener;
  const today = dayOf(options.asOf, '--as-of') ?? zone.dayOf(terminal.now());
  const { id, version } = prepared.ruleSet;
  if (options.json)
    print(terminal, JSON.stringify(plainStatus(status, { id, version }, today), null, 2));
  else {
    const palette = paletteFor(terminal, options.color !== false);
    print(terminal, statusText(status, { name: `${id} ${version}`, today, palette }));
  }
  return EXIT.done;
}

function plainStatus({ rules, removed }: SignatureStatus, ruleset: unknown, today: Day): unknown {
  return {
    schema: 'prescreen.rules-status/1',
    ruleset,
    as_of: formatDay(today),
    counts: {
      rules: rules.length,
      ...Object.fromEntries(
        STATES.map((state) => [
          state.replaceAll('-', '_'),
          rules.filter((each) => each.state === state).length,
        ]),
      ),
      past_review: rules.filter(({ rule }) => isPastReview(rule, today)).length,
      removed: removed.length,
    },
    rules: rules.map(({ rule, state, by, changed, approvals }) => ({
      rule: rule.id,
      state,
      by,
      changed,
      review_by: rule.review_by,
      past_review: isPastReview(rule, today),
      approvals: approvals.map((each) => ({
        by: each.by,
        role: each.role,
        on: each.on,
        ...(each.comment === undefined ? {} : { comment: each.comment }),
        meaning: each.meaning,
        wording: each.wording,
        with_key: each.isSealed,
        ...(each.doubt === undefined ? {} : { does_not_count: each.doubt }),
      })),
    })),
    removed,
  };
}
