/** What the site adds to the text stands in nobody's way: who copies, who searches in the page, who follows a link to words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textFragment } from '../../../src/client/cite/fragment.ts';
import { serveSite, type ServedSite } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';
import { run, type Tab } from '../../support/engines/engine.ts';
import { installedEngines } from '../../support/engines/index.ts';

const plan = planOfSite();
/** The tasks in which something is corrected or suspected. */
const corrected = plan.tasks.filter(({ paragraphs }) =>
  paragraphs.some(({ runs }) => runs.some(({ correction }) => correction)),
);
const shownOf = ({ paragraphs, duty, tail }: (typeof plan.tasks)[number]) =>
  [...paragraphs.map(({ shown }) => shown), duty.shown, tail].join('');
const bare = (text: string) => text.replace(/\s/g, '');
const ends = (texts: string[]) => texts.map((_, index) => texts.slice(0, index + 1).join('').length);
const SIDE = 5;

/** The lines of a task with the offsets at which a sentence or a correction ends. */
const seams = ({ paragraphs }: (typeof plan.tasks)[number]) =>
  paragraphs.flatMap(({ shown, runs, sentences }) => {
    const ofSentences = ends(sentences.map(({ text }) => text)).slice(0, -1);
    const ofRuns = ends(runs.map(({ text }) => text)).filter((_, index) => runs[index]?.correction);
    return [...ofSentences, ...ofRuns]
      .filter((end) => end > SIDE && end < shown.length - SIDE)
      .map((end) => ({ shown, end }));
  });

test('there is something to be copied around', () => {
  expect(corrected.length).toBeGreaterThan(3);
  expect(corrected.flatMap(seams).length).toBeGreaterThan(10);
});

describe.each(installedEngines)('$name', (engine) => {
  let site: ServedSite;
  let tab: Tab;
  beforeAll(async () => {
    site = await serveSite();
    tab = await engine.launch();
  });
  afterAll(async () => {
    await tab.close();
    await site.stopServer();
  });

  const select = (selector: string) =>
    run(
      tab,
      (one) => {
        const element = document.querySelector(one);
        if (element) getSelection()?.selectAllChildren(element);
      },
      selector,
    );

  test.each(corrected.map(({ number }) => number))(
    'copied of task %s are the words of the government alone',
    async (number) => {
      const task = corrected.find((one) => one.number === number);
      await tab.open(site.url(`/tasks/${number}/`));
      await select('.source-text');
      expect(bare(await tab.copy())).toBe(bare(task ? shownOf(task) : ''));
    },
  );

  test('who copies the whole page takes nothing along in the text', async () => {
    for (const task of corrected.slice(0, 2)) {
      await tab.open(site.url(`/tasks/${task.number}/`));
      await select('body');
      expect(bare(await tab.copy())).toContain(bare(shownOf(task)));
    }
  });

  // Chromium without a window finds nothing at all; `found` is what it finds of a single word.
  test('a search in the page finds what crosses a sentence or a correction', async () => {
    for (const task of corrected) {
      await tab.open(site.url(`/tasks/${task.number}/`));
      const missed = await run(
        tab,
        (words) => {
          const isFound = (one: string) => {
            getSelection()?.removeAllRanges();
            return (window as unknown as { find(text: string): boolean }).find(one);
          };
          const works = isFound(document.querySelector('h1')?.textContent.trim() ?? '');
          return works ? words.filter((one) => !isFound(one)) : [];
        },
        seams(task).map(({ shown, end }) => shown.slice(end - SIDE, end + SIDE)),
      );
      expect(missed).toEqual([]);
    }
  });

  test('a link to words leads to them across a sentence or a correction', async ({ skip }) => {
    const isKnown = await run(tab, () => 'fragmentDirective' in document);
    if (!isKnown || engine.name.startsWith('Chromium')) skip('follows no such links without a window');
    const missed: string[] = [];
    for (const { shown, end } of corrected.flatMap((task) => seams(task).slice(-2))) {
      const fragment = textFragment(shown, end - SIDE, end + SIDE);
      await tab.open('about:blank');
      await tab.open(site.url(`/plan/#${fragment}`));
      const top = () => run(tab, () => scrollY);
      await expect
        .poll(top, { timeout: 2000 })
        .toBeGreaterThan(0)
        .catch(() => missed.push(fragment ?? shown));
    }
    expect(missed).toEqual([]);
  });
});
