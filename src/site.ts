/** Door: the one Plan that all pages are made from, and the only reader of the collections. */
import { getEntry, render } from 'astro:content';
import { formatFindings, planOf } from './read.ts';

const reading = planOf(process.env.PLAN_DIR ?? process.cwd());
if (!reading.plan) throw new Error(formatFindings(reading.findings));

/** Everything there is to show. */
export const plan = reading.plan;

/** The seed's bytes, as received. */
export const seed = reading.seed;

/** One of the site's own pages, as content/pages/ has it or else src/prose/: its front matter and its component. */
export async function page(id: 'about' | 'accessibility' | 'data') {
  const entry = (await getEntry('pages', id)) ?? (await getEntry('prose', id));
  if (!entry) throw new Error(`src/prose/${id}.mdx is missing`);
  return { ...entry.data, Content: (await render(entry)).Content };
}
