/** Assembles the collections into the plan from which all pages are made; and loads the site's own pages. */
import { getCollection, render, type CollectionEntry } from 'astro:content';
import { assemble } from './assemble/plan.ts';
import type { Interpreted } from './content-files/interpret.ts';
import type { Seed } from './content-files/seed.ts';
import { documentAnchors } from './plan/large/document-pages.ts';
import { isLarge } from './plan/large/size.ts';
import { textAnchors } from './plan/large/text-pages.ts';
import { timelineAnchors } from './plan/large/year-pages.ts';
import type { Section, Task, Unit } from './plan/model.ts';
import { divideAnchors } from './urls.ts';

type OutlineSection = CollectionEntry<'outline'>['data']['sections'][number];

/** The entries of a collection in the order of their file. */
const listOf = <T extends { data: { order: number } }>(entries: T[]): T['data'][] =>
  entries.map(({ data }) => data).sort((a, b) => a.order - b.order);

/** The only entry of a collection. */
function only<T>([entry]: { data: T }[], name: string): T {
  if (!entry) throw new Error(`The collection ${name} is empty: the content was not loaded.`);
  return entry.data;
}

/** The entries of a collection with one file for each. */
const withFiles = <T extends { data: object; filePath?: string }>(
  entries: T[],
): (T['data'] & { file: string })[] =>
  entries.map(({ data, filePath = '' }) => ({ ...data, file: filePath }));

async function contentOfCollections(): Promise<Interpreted> {
  return {
    plan: only(await getCollection('plan'), 'plan'),
    outline: only(await getCollection('outline'), 'outline'),
    chapters: withFiles(await getCollection('chapters')),
    tasks: (await getCollection('tasks')).map(({ data, body = '', filePath = '' }) => ({
      ...data,
      ...{ note: body, file: filePath },
    })),
    clauses: withFiles(await getCollection('clauses')),
    units: listOf(await getCollection('units')),
    documents: listOf(await getCollection('documents')),
    corrections: listOf(await getCollection('corrections')),
    glossary: listOf(await getCollection('glossary')),
    progress: withFiles(await getCollection('progress')),
    redirects: listOf(await getCollection('redirects')),
    names: listOf(await getCollection('names')),
    synonyms: listOf(await getCollection('synonyms')),
  };
}

export const plan = assemble(await contentOfCollections());

if (isLarge(plan)) divideAnchors([...textAnchors(plan), ...timelineAnchors(plan), ...documentAnchors(plan)]);

const received: Seed = only(await getCollection('seeds'), 'seeds');

/** The bytes of the seed; encoding its text restores them, since only UTF-8 without a byte-order mark is accepted. */
export const seed: Uint8Array = new TextEncoder().encode(received.text);

const tasks = new Map(plan.tasks.map((task) => [String(task.number), task]));
const units = new Map(plan.units.map((unit) => [unit.id, unit]));
const sections = new Map(plan.sections.map((section) => [section.number, section]));

/** The task of an entry. */
export const taskOf = ({ id }: CollectionEntry<'tasks'>): Task => found(tasks.get(id), id);

/** The unit of an entry. */
export const unitOf = ({ id }: CollectionEntry<'units'>): Unit => found(units.get(id), id);

/** The section of an entry of the outline. */
export const sectionOf = ({ number }: OutlineSection): Section =>
  found(sections.get(number), `section ${number}`);

function found<T>(one: T | undefined, id: string): T {
  if (one === undefined) throw new Error(`The plan has no ${id}, though a collection has.`);
  return one;
}

/** One of the site's own pages, from content/pages/ or else src/default-pages/: its front matter and its component. */
export async function page(id: 'about' | 'accessibility' | 'data') {
  // Asked for one entry that is not there, Astro would warn.
  const entries = [...(await getCollection('pages')), ...(await getCollection('defaultPages'))];
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new Error(`src/default-pages/${id}.mdx is missing`);
  const { Content } = await render(entry);
  return { ...entry.data, Content };
}
