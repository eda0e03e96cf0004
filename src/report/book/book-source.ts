import type { SignatureStatus } from '../../audit/approvals/signature-status.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import type { Vocabulary } from '../../medicines/vocabulary.ts';
import type { RuleExample } from '../../rules/compile.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Topic } from '../../rules/schema/rule-file.ts';
import type { Site } from '../../rules/site.ts';
import type { Day } from '../../time/day.ts';

/** What a book is made of. */
export interface BookSource {
  /** With the parameters as the site sets them. */
  readonly ruleSet: RuleSet;
  readonly topics: readonly Topic[];
  readonly examples: readonly RuleExample[];
  readonly vocabulary: Vocabulary;
  readonly site: Site;
  readonly grounds: ScreenResult['ruleset'];
  readonly status: SignatureStatus;
  /** The day on which it is made; review dates are judged by it. */
  readonly today: Day;
}
