/** The timeline as an SVG file. */
import type { APIRoute } from 'astro';
import { svgFile } from '../../charts/svg-file.ts';
import { fileNotes } from '../../charts/source-note.ts';
import { drawTimeline } from '../../charts/draw-timeline.ts';
import { drawYearCounts } from '../../charts/draw-year-counts.ts';
import { countYears } from '../../charts/year-counts.ts';
import { isLarge } from '../../plan/large/size.ts';
import { plan } from '../../site.ts';
import { full } from '../../urls.ts';

export const GET: APIRoute = () =>
  new Response(
    svgFile(
      isLarge(plan)
        ? drawYearCounts(countYears(plan))
        : drawTimeline(plan.tasks, plan, { label: '全部任务的完成期限' }),
      fileNotes(plan, full('/timeline/')),
    ),
  );
