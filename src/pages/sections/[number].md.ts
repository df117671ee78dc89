/** The Markdown form of each section. */
import type { APIRoute } from 'astro';
import { sectionMarkdown } from '../../data/formats/markdown.ts';
import { isHeaded } from '../../plan/headings.ts';
import type { Section } from '../../plan/model.ts';
import { plan } from '../../site.ts';
import { full } from '../../urls.ts';

export const getStaticPaths = () =>
  plan.sections
    .filter(isHeaded)
    .map((section) => ({ params: { number: String(section.number) }, props: { section } }));

export const GET: APIRoute<{ section: Section }> = ({ props }) =>
  new Response(sectionMarkdown(props.section, plan, full));
