/** The plan as Akoma Ntoso 1.0 (OASIS LegalDocML), for programs that read legal documents. */
import type { Plan } from '../../plan/model.ts';
import { metaElement, type PublishedPlan } from './akn-meta.ts';
import { textElements } from './akn-text.ts';
import type { Address } from './plan-json.ts';
import { block } from '../../text/xml.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** The standard asks who published a text, and when: of a plan that does not say there is no such file. */
export const isPublished = (plan: Plan): plan is PublishedPlan =>
  plan.publisher !== undefined && plan.published !== undefined;

/** Text of plan.akn.xml. */
export function toAkn(plan: PublishedPlan, url: Address): string {
  const doc = block('doc', { name: 'plan' }, [metaElement(plan, url), ...textElements(plan, url)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${block('akomaNtoso', { xmlns: NAMESPACE }, [doc])}\n`;
}
