/** Entry point of pages with pictures: keyboard, tips, filters, sorting and code for embedding. */
import { prepareEmbed } from './embed.ts';
import { filterTimeline } from './filter.ts';
import { prepareMarks } from './marks.ts';
import { sortMatrix } from './sort.ts';
import { prepareTips } from './tip.ts';

for (const svg of document.querySelectorAll<SVGSVGElement>('svg[data-picture]')) {
  prepareMarks(svg);
  prepareTips(svg);
}
for (const field of document.querySelectorAll<HTMLTextAreaElement>('[data-embed]')) prepareEmbed(field);
filterTimeline();
sortMatrix();
