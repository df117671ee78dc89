/** Ties the pictures of a page together: keys, tips, filters, sorting, lines for embedding. */
import { prepareEmbed } from './embed.ts';
import { followFilters } from './filter.ts';
import { prepareMarks } from './marks.ts';
import { followSort } from './sort.ts';
import { prepareTips } from './tip.ts';

for (const svg of document.querySelectorAll<SVGSVGElement>('svg[data-picture]')) {
  prepareMarks(svg);
  prepareTips(svg);
}
for (const field of document.querySelectorAll<HTMLTextAreaElement>('[data-embed]')) prepareEmbed(field);
followFilters();
followSort();
