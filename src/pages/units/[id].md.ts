/** The Markdown form of each unit. */
import type { APIRoute } from 'astro';
import { unitMarkdown } from '../../data/formats/markdown.ts';
import type { Unit } from '../../plan/model.ts';
import { plan } from '../../site.ts';
import { full } from '../../urls.ts';

export const getStaticPaths = () => plan.units.map((unit) => ({ params: { id: unit.id }, props: { unit } }));

export const GET: APIRoute<{ unit: Unit }> = ({ props }) =>
  new Response(unitMarkdown(props.unit, plan, full));
