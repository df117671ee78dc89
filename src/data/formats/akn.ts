/** The plan as Akoma Ntoso 1.0 (OASIS LegalDocML), for programs that read legal documents. */
import type { Plan } from '../../plan/model.ts';
import { metaElement, type PublishedPlan } from './akn-meta.ts';
import { textElements } from './akn-text.ts';
import { block } from '../../text/xml.ts';
import type { AddressOf } from '../../urls.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** The standard requires publisher and date: a plan that names none has no such file. */
export const isPublished = (plan: Plan): plan is PublishedPlan =>
  plan.publisher !== undefined && plan.published !== undefined;

/** The text of plan.akn.xml. */
export function toAkn(plan: PublishedPlan, url: AddressOf): string {
  const doc = block('doc', { name: 'plan' }, [metaElement(plan, url), ...textElements(plan, url)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${block('akomaNtoso', { xmlns: NAMESPACE }, [doc])}\n`;
}
