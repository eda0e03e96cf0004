/** What has to hold of everything that reads an answer, so that no result becomes less restrictive as the answer moves. */
import type { PreparedRule } from '../../evaluation/context.ts';
import {
  type Headline,
  isAtLeast,
  mostRestrictive,
  mostUrgent,
} from '../../evaluation/finding-order.ts';
import { isRequired } from '../../evaluation/missing.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Question } from '../../rules/schema/question.ts';
import { conditionsIn } from '../regions/reading.ts';
import { standingInLine, standingOf, whenFired, wouldSpeak } from '../regions/standing.ts';
import type { MovedPatient } from './moved-pair.ts';

type Cover = readonly PreparedRule[];

/** That something does not let a patient go. */
export interface Claim {
  readonly id: string;
  readonly conditions: readonly Condition[];
  readonly slots: 0 | 1;
  /** What a finding has to be at least, to stand in the place of what is no longer said. */
  readonly least: Headline;
  readonly holds: (patient: MovedPatient, cover: Cover) => boolean;
  /** The rule that lets go, of which another may take its place. */
  readonly rule?: PreparedRule;
}

const CONTACT = { disposition: 'contact-physician', urgency: 'routine' } as const;
const HOLD = { disposition: 'hold', urgency: 'routine' } as const;

export function isContact(least: Headline): boolean {
  return isAtLeast(CONTACT, least);
}

/** What the rule says before, in one of its lines, is said after: by it there, or by the rules of the cover. */
export function findingClaim(rule: PreparedRule): Claim {
  return {
    ...ofRule(rule),
    least: whenFired(rule),
    holds({ moved, before, line }, cover) {
      const said = standingInLine(rule, before, line);
      if (isAtLeast({ disposition: 'go', urgency: 'routine' }, said)) return true;
      const now = [standingInLine(rule, moved, line)];
      if (isAtLeast(headline(now), said)) return true;
      return cover.some((each) => {
        now.push(standingOf(each, moved, 0, false));
        return isAtLeast(headline(now), said);
      });
    },
  };
}

function headline(standings: readonly Headline[]): Headline {
  return { disposition: mostRestrictive(standings), urgency: mostUrgent(standings) };
}

/**
 * A pause to which nobody agreed is a finding too, for as long as some rule would speak without it, and no rule leaves
 * the pause to the patient and the prescriber.
 */
export function planClaim(rule: PreparedRule): Claim {
  const own = { ...ofRule(rule), least: CONTACT } as const;
  return asksPrescriber(rule)
    ? { ...own, holds: ({ moved, before }) => !wouldSpeak(rule, moved) || wouldSpeak(rule, before) }
    : {
        ...own,
        holds: ({ moved, before }, cover) =>
          !wouldSpeak(rule, before) ||
          [rule, ...cover].some((each) => !asksPrescriber(each) && wouldSpeak(each, moved)),
      };
}

function asksPrescriber({ body }: PreparedRule): boolean {
  return body.plan === 'ask-prescriber';
}

function ofRule(rule: PreparedRule): Pick<Claim, 'id' | 'conditions' | 'slots' | 'rule'> {
  const slots = rule.body.each_medicine ? 1 : 0;
  return { id: rule.body.id, conditions: conditionsIn(rule), slots, rule };
}

/** A question of which an answer is required is still asked. */
export function questionClaim(question: Question): Claim {
  const { id, when } = question;
  return {
    id,
    conditions: when ? [when] : [],
    slots: 0,
    least: HOLD,
    holds: ({ moved, before }) =>
      !isRequired(question, before.seenBy(0)) || isRequired(question, moved.seenBy(0)),
  };
}
