/** The plan as Akoma Ntoso 1.0 (OASIS LegalDocML), for programs that read legal documents. */
import type { Plan } from '../model.ts';
import { metaElement } from './akn/meta.ts';
import { textElements } from './akn/text.ts';
import type { Address } from './json.ts';
import { block } from './xml.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** Text of plan.akn.xml. */
export function toAkn(plan: Plan, url: Address): string {
  const doc = block('doc', { name: 'plan' }, [metaElement(plan, url), ...textElements(plan, url)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${block('akomaNtoso', { xmlns: NAMESPACE }, [doc])}\n`;
}
