/** The documents of a large plan, on several pages. */
import type { Plan, PlanDocument } from '../model.ts';
import { groupBy } from '../../text/lists.ts';
import { inPages, isLarge } from './size.ts';

/** Documents of one relation, in the order of the text. */
export interface DocumentGroup {
  relation: PlanDocument['relation'];
  documents: PlanDocument[];
}

/** A page with documents. */
export interface DocumentPage {
  groups: DocumentGroup[];
  /** Its address, without the base path. */
  address: string;
}

/** Cited documents, then promised ones; of a plan of usual size on a single page. */
export function documentPages(plan: Pick<Plan, 'documents' | 'tasks'>): DocumentPage[] {
  const inOrder = (['cited', 'promised'] as const).flatMap((relation) =>
    plan.documents.filter((one) => one.relation === relation),
  );
  const pages = isLarge(plan)
    ? inPages(inOrder, (one, before) => one.relation !== before.relation)
    : [inOrder];
  return pages.map((own, index) => ({
    groups: groupBy(own, ({ relation }) => relation).map(({ key, items }) => ({
      relation: key,
      documents: items,
    })),
    address: `/documents/${index > 0 ? `${index + 1}/` : ''}`,
  }));
}

/** The anchors of documents that do not stand on the first page, each with its address. */
export const documentAnchors = (plan: Pick<Plan, 'documents' | 'tasks'>): [string, string][] =>
  documentPages(plan)
    .slice(1)
    .flatMap(({ groups, address }) =>
      groups.flatMap(({ documents }) =>
        documents.map(({ id }): [string, string] => [`/documents/#${id}`, `${address}#${id}`]),
      ),
    );
