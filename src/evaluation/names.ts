import type { TableRow } from '../rules/rule-set.ts';
import type { Question } from '../rules/schema/question.ts';
import type { Definition } from '../rules/schema/rule.ts';
import type { Lookup } from '../rules/schema/rule-file.ts';
import type { Duration } from '../time/duration.ts';

/** What the names in conditions stand for. */
export interface Names {
  readonly questions: ReadonlyMap<string, Question>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly parameters: ReadonlyMap<string, number | Duration>;
  readonly rowsByDrug: RowsByName;
  readonly rowsByClass: RowsByName;
}

/** For each table, its lines by the drug or the class that they are for. */
type RowsByName = ReadonlyMap<string, ReadonlyMap<string, readonly TableRow[]>>;
