/** Notes and glossary as readers get them: marked as the site's, whole, and outside of what a search counts as the task. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import { attribute, base, elements, pageAt, read, text, type Page } from '../../support/dist.ts';

const { tasks, glossary } = JSON.parse(read('data/plan.json')) as PlanData;

const withClass = (within: Page['document'] | Tree.Element, name: string) =>
  [...elements(within)].filter((element) => (attribute(element, 'class') ?? '').split(' ').includes(name));

test('each task page prints its note as written, as the site’s words, and not as a part of the task', () => {
  for (const { number, note = '' } of tasks) {
    const { document } = pageAt(`tasks/${number}/index.html`);
    const [aside, ...more] = withClass(document, 'note');
    expect(more).toEqual([]);
    if (!aside) throw new Error(`task ${number} has no note`);
    expect(attribute(aside, 'data-voice')).toBe('site');
    const [label] = withClass(aside, 'voice-label');
    expect(label && text(label).trim()).toBe('本站整理');
    const paragraphs = [...elements(aside)]
      .filter(({ tagName }) => tagName === 'p')
      .map((one) => text(one).trim());
    expect(paragraphs[0], `task ${number}`).toBe(note);
    // The search has notes as what they are, apart from the texts of the tasks.
    const indexed = [...elements(document)].filter(
      (one) =>
        attribute(one, 'data-pagefind-body') !== undefined && attribute(one, 'data-search-kind') !== 'note',
    );
    for (const one of indexed) expect(text(one)).not.toContain(note);
  }
});

test('each term has its entry, with the plan’s explanation or the words 任务中未作解释', () => {
  const { document } = pageAt('glossary/index.html');
  const entries = new Map(withClass(document, 'entry').map((entry) => [attribute(entry, 'id'), text(entry)]));
  expect(new Set(entries.keys())).toEqual(new Set(glossary.map(({ id }) => id)));
  for (const { id, explained } of glossary) {
    expect(entries.get(id)).toContain(explained?.words ?? '任务中未作解释');
    expect(entries.get(id)?.includes('任务中未作解释')).toBe(explained === undefined);
  }
});

test('terms in the text lead to the glossary, and say what they are called there', () => {
  const address = new Map(glossary.map(({ id, term }) => [`${base}glossary/#${id}`, term]));
  const linked = tasks.flatMap(({ number }) =>
    withClass(pageAt(`tasks/${number}/index.html`).document, 'term'),
  );
  for (const link of linked) expect(text(link)).toBe(address.get(attribute(link, 'href') ?? ''));
  // Written only inside the name of a document, which is a link itself.
  const never = glossary.filter(({ term }) => !linked.some((link) => text(link) === term));
  expect(never.map(({ term }) => term)).toEqual(['党政同责、一岗双责']);
});
