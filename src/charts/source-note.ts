/** The source notes under a chart that is shown elsewhere. */
import { dateText } from '../labels/publication.ts';
import type { Plan } from '../plan/model.ts';

/** The text from which a chart was made. */
export const sourceNote = ({
  title,
  publisher,
  ...plan
}: Pick<Plan, 'title' | 'publisher' | 'published' | 'publishedAs'>) =>
  `来源：${publisher ?? ''}《${title.shown}》${plan.published === undefined ? '' : `，${dateText(plan)}`}。`;

/** The same, with the address of the chart. */
export const fileNotes = (plan: Parameters<typeof sourceNote>[0], address: string) => [
  sourceNote(plan),
  // Without a host the address is of no use outside of the site.
  address.includes('://') ? `图由本站根据方案文本整理：${address}` : '图由本站根据方案文本整理。',
];
