/** The charts of the matrix page as SVG files. */
import type { APIRoute } from 'astro';
import { svgFile } from '../../charts/svg-file.ts';
import { columnNames, drawMatrix, MATRIX_TITLES } from '../../charts/draw-matrix.ts';
import { fileNotes } from '../../charts/source-note.ts';
import { drawSharedTasks } from '../../charts/draw-shared-tasks.ts';
import { roleNames } from '../../plan/role-words.ts';
import { deadlineColumn, sectionColumn, countMatrix } from '../../charts/matrix-counts.ts';
import { adjacency } from '../../charts/shared-tasks.ts';
import { plan } from '../../site.ts';
import { full } from '../../urls.ts';

const roles = roleNames(plan);
const [dates, sections] = [countMatrix(plan, deadlineColumn), countMatrix(plan, sectionColumn)];
const charts = {
  deadlines: drawMatrix(
    dates,
    columnNames(dates, 'deadlines', plan.sections),
    MATRIX_TITLES.deadlines,
    roles,
  ),
  sections: drawMatrix(
    sections,
    columnNames(sections, 'sections', plan.sections),
    MATRIX_TITLES.sections,
    roles,
  ),
  together: drawSharedTasks(adjacency(plan)),
};

export const getStaticPaths = () => Object.keys(charts).map((name) => ({ params: { name } }));

export const GET: APIRoute<object, { name: keyof typeof charts }> = ({ params }) =>
  new Response(svgFile(charts[params.name], fileNotes(plan, full('/matrix/'))));
