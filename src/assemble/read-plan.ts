/** A content folder → its plan, for commands and tests; pages get theirs through the collections (src/site.ts). */
import type { Finding, Plan } from '../plan/model.ts';
import { readChecked } from '../rules/read-checked.ts';
import { assemble } from './plan.ts';

/** A plan, or all that is wrong with its content. */
export type PlanResult = { plan: Plan; findings: [] } | { plan?: undefined; findings: Finding[] };

/** Reads `content/` and `seeds/` below a folder. Nothing is written; findings are sorted by file and line. */
export function readPlan(root: string): PlanResult {
  const { content, findings } = readChecked(root);
  return content ? { plan: assemble(content), findings: [] } : { findings };
}
