/** Door: the one Plan that all pages are made from, and the site's own words. */
import type { MDXInstance } from 'astro';
import type { PageFile } from './content-files/schema.ts';
import { formatFindings, planOf } from './content-files/read.ts';

const reading = planOf(process.env.PLAN_DIR ?? process.cwd());
if (!reading.plan) throw new Error(formatFindings(reading.findings));

/** Everything there is to show. */
export const plan = reading.plan;

/** The seed's bytes, as received. */
export const seed = reading.seed;

type Prose = MDXInstance<PageFile>;
// What an editor writes goes through Markdown only here: it changes Chinese marks. read.ts checks its front matter.
const own = import.meta.glob<Prose>('@content/pages/*.mdx');
const general = import.meta.glob<Prose>('./default-pages/*.mdx');

/** One of the site's own pages, as content/pages/ has it or else src/default-pages/: its front matter and its component. */
export async function page(id: 'about' | 'accessibility' | 'data') {
  const files = [...Object.entries(own), ...Object.entries(general)];
  const load = files.find(([file]) => file.endsWith(`/${id}.mdx`))?.[1];
  if (!load) throw new Error(`src/default-pages/${id}.mdx is missing`);
  const { frontmatter, Content } = await load();
  return { ...frontmatter, Content };
}
