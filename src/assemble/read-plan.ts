/** Reads a plan from a content folder, for commands and tests; pages use the collections (src/site.ts). */
import type { Finding, Plan } from '../plan/model.ts';
import { readChecked } from '../rules/read-checked.ts';
import { assemble } from './plan.ts';

/** A plan, or the findings in its content. */
type PlanResult = { plan: Plan; findings: [] } | { plan?: undefined; findings: Finding[] };

/** Reads `content/` and `seeds/` below a folder. Nothing is written; findings are sorted by file and line. */
export function readPlan(root: string): PlanResult {
  const { content, findings } = readChecked(root);
  return content ? { plan: assemble(content), findings: [] } : { findings };
}
