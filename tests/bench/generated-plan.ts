/** A generated plan of any size, without a folder of its own. */
import { assemble } from '../../src/assemble/plan.ts';
import { formatFindings } from '../../src/content-files/findings.ts';
import { interpret } from '../../src/content-files/interpret.ts';
import { parsePlan } from '../../src/import/parse-plan.ts';
import type { Plan } from '../../src/plan/model.ts';
import { planText } from './plans.ts';
import { origin } from '../support/helpers.ts';

/** The smallest round size at which a plan is large (src/plan/large/size.ts). */
export const LARGE = 1100;

/** The plan of the generated text with so many tasks. */
export function generatedPlan(tasks = LARGE): Plan {
  const { content, findings } = parsePlan(planText(tasks), origin);
  if (!content) throw new Error(formatFindings(findings));
  return assemble(interpret(content));
}
