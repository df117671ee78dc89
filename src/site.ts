/** The collections → the one Plan that all pages are made from, and the site's own words. */
import { getCollection, render, type CollectionEntry } from 'astro:content';
import { assemble } from './assemble/plan.ts';
import type { Interpreted } from './content-files/interpret.ts';
import type { Seed } from './content-files/decode.ts';
import type { Section, Task, Unit } from './plan/model.ts';

type OutlineSection = CollectionEntry<'outline'>['data']['sections'][number];

/** The entries of a list in the order of its file. */
const listOf = <T extends { data: { order: number } }>(entries: T[]): T['data'][] =>
  entries.map(({ data }) => data).sort((a, b) => a.order - b.order);

/** The one entry of a collection that a single file holds. */
function only<T>([entry]: { data: T }[], name: string): T {
  if (!entry) throw new Error(`The collection ${name} is empty: the content was not loaded.`);
  return entry.data;
}

async function contentOfCollections(): Promise<Interpreted> {
  return {
    plan: only(await getCollection('plan'), 'plan'),
    outline: only(await getCollection('outline'), 'outline'),
    chapters: (await getCollection('chapters')).map(({ data, filePath = '' }) => ({
      ...data,
      file: filePath,
    })),
    tasks: (await getCollection('tasks')).map(({ data, body = '', filePath = '' }) => ({
      ...data,
      note: body,
      file: filePath,
    })),
    clauses: (await getCollection('clauses')).map(({ data, filePath = '' }) => ({ ...data, file: filePath })),
    units: listOf(await getCollection('units')),
    documents: listOf(await getCollection('documents')),
    corrections: listOf(await getCollection('corrections')),
    glossary: listOf(await getCollection('glossary')),
    progress: (await getCollection('progress')).map(({ data, filePath = '' }) => ({
      ...data,
      file: filePath,
    })),
    redirects: listOf(await getCollection('redirects')),
  };
}

/** Everything there is to show. */
export const plan = assemble(await contentOfCollections());

const received: Seed = only(await getCollection('seeds'), 'seeds');

/** The seed's bytes, as received: only UTF-8 without a byte-order mark is accepted, so its text gives them back. */
export const seed: Uint8Array = new TextEncoder().encode(received.text);

const tasks = new Map(plan.tasks.map((task) => [String(task.number), task]));
const units = new Map(plan.units.map((unit) => [unit.id, unit]));
const sections = new Map(plan.sections.map((section) => [section.number, section]));

/** What the plan makes of an entry of the tasks. */
export const taskOf = ({ id }: CollectionEntry<'tasks'>): Task => found(tasks.get(id), id);

/** What the plan makes of an entry of the units. */
export const unitOf = ({ id }: CollectionEntry<'units'>): Unit => found(units.get(id), id);

/** What the plan makes of a section of the outline. */
export const sectionOf = ({ number }: OutlineSection): Section =>
  found(sections.get(number), `section ${number}`);

function found<T>(one: T | undefined, id: string): T {
  if (one === undefined) throw new Error(`The plan has no ${id}, though a collection has.`);
  return one;
}

/** One of the site's own pages, as content/pages/ has it or else src/default-pages/: its front matter and its component. */
export async function page(id: 'about' | 'accessibility' | 'data') {
  // Asked for one entry that is not there, Astro would warn.
  const entries = [...(await getCollection('pages')), ...(await getCollection('defaultPages'))];
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new Error(`src/default-pages/${id}.mdx is missing`);
  const { Content } = await render(entry);
  return { ...entry.data, Content };
}
