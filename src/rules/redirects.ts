/** Rules for the published addresses that have moved. */
import { FILES, type Content } from '../content-files/schema.ts';
import type { Finding } from '../plan/model.ts';

/** The pages of every plan besides those of its tasks, units and sections, as src/pages/ has them. */
export const PAGES = [
  ...['', 'plan', 'tasks', 'units', 'documents', 'glossary', 'timeline', 'matrix', 'search', 'verify'],
  ...['corrections', 'about', 'about/design', 'accessibility', 'data', 'subscribe', 'sitemap'],
  ...['timeline/embed', 'matrix/embed/deadlines', 'matrix/embed/sections', 'matrix/embed/together'],
].map((name) => `/${name}/`.replace('//', '/'));

/** Every redirect leads from an address without a page, one each, to a page. */
export function redirectsLeadToPages(
  content: Pick<Content, 'tasks' | 'units' | 'outline' | 'redirects'>,
): Finding[] {
  const { redirects = [], tasks, units, outline } = content;
  if (redirects.length === 0) return [];
  const pages = new Set([
    ...PAGES,
    ...tasks.flatMap(({ number }) => [`/tasks/${number}/`, `/tasks/${number}/embed/`]),
    ...units.map(({ id }) => `/units/${id}/`),
    ...outline.sections.map(({ number }) => `/sections/${number}/`),
  ]);
  const seen = new Set<string>();
  return redirects.flatMap(({ from, to }, index): Finding[] => {
    const target = to.replace(/#.*$/, '');
    const finding = (key: string, problem: string, advice: string) => [
      { file: FILES.redirects, at: [index, key], problem, advice },
    ];
    const isRepeated = seen.has(from);
    seen.add(from);
    if (isRepeated) return finding('from', `${from} is redirected twice`, 'keep one of the entries');
    if (from === target) return finding('to', `${from} leads to itself`, 'name the new address');
    if (pages.has(from))
      return finding(
        'from',
        `${from} is a page of the site`,
        'delete the entry: readers would never see the page',
      );
    if (redirects.some((one) => one.from === target))
      return finding('to', `${to} is redirected itself`, 'name the address where the page stands now');
    if (!pages.has(target)) return finding('to', `there is no page ${to}`, 'name a page of the site');
    return [];
  });
}
