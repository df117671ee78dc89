/** Entry point of pages with pictures: keyboard and tips. */
import { prepareMarks } from './marks.ts';
import { prepareTips } from './tip.ts';

for (const svg of document.querySelectorAll<SVGSVGElement>('svg[data-picture]')) {
  prepareMarks(svg);
  prepareTips(svg);
}
