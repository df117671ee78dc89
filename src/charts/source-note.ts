/** The words under a picture that leaves the site. */
import { publishedText } from '../labels.ts';
import type { Plan } from '../plan/model.ts';

/** Whose text a picture was made from, and who made it. */
export const sourceNote = ({
  title,
  publisher,
  published,
}: Pick<Plan, 'title' | 'publisher' | 'published'>) =>
  `来源：${publisher ?? ''}《${title.shown}》${published === undefined ? '' : `，${publishedText(published)} 发布`}。`;

/** Where a picture comes from, and where it stands. */
export const fileNotes = (plan: Parameters<typeof sourceNote>[0], address: string) => [
  sourceNote(plan),
  // A path alone leads nowhere once the file has left the site.
  address.includes('://') ? `图由本站根据方案文本整理：${address}` : '图由本站根据方案文本整理。',
];
