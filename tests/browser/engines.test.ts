/** What matters most to readers, in the browsers that they have: from the oldest that is supported to those of today. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite, type ServedSite } from '../support/browser.ts';
import { dist, planOfSite } from '../support/built-folder.ts';
import { KEYS, run, type Tab } from '../support/engines/engine.ts';
import { installedEngines } from '../support/engines/index.ts';
import { the } from '../support/helpers.ts';

const plan = planOfSite();
const task = the(plan.tasks[0]);
const query = '信访';
const holding = plan.tasks
  .filter(({ sourceText, title }) => (sourceText + title).includes(query))
  .map(({ number }) => `/tasks/${number}/`);

/**
 * What old Chromiums say of a policy that they know only in part, and follow otherwise; and what Firefox says, without an
 * address or of an icon, of a request that the worker was answering when the page was left.
 */
const harmless = (problem: string) =>
  /'wasm-unsafe-eval'|'require-trusted-types-for' only has an effect|Failed to load ‘(?:[^’]*\/icons\/\d+\.png)?’\. A ServiceWorker/.test(
    problem,
  );

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

  const open = async (address: string) => {
    // Loads the page anew, even for another sentence of the same.
    await tab.open('about:blank');
    await tab.open(site.url(address));
  };
  const text = (selector: string) =>
    run(tab, (one) => document.querySelector(one)?.textContent.trim(), selector);
  const texts = (selector: string) =>
    run(tab, (one) => Array.from(document.querySelectorAll(one), ({ textContent }) => textContent), selector);
  const style = (selector: string, name: string) =>
    run(
      tab,
      (one, property) => {
        const element = document.querySelector(one);
        return element && getComputedStyle(element).getPropertyValue(property);
      },
      selector,
      name,
    );
  /** What the browser's own search in the page finds; Chromium without a window finds nothing at all. */
  const isFound = (words = '') =>
    run(
      tab,
      (wanted) => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find(text: string): boolean }).find(wanted);
      },
      words,
    );
  const address = () => run(tab, () => location.pathname + location.search + location.hash);
  const path = (end: string) => new URL(site.url(end)).pathname;

  async function click(selector: string): Promise<void> {
    const [x, y] = await run(
      tab,
      (one) => {
        const element = document.querySelector(one);
        element?.scrollIntoView({ block: 'center' });
        const box = element?.getBoundingClientRect();
        return box ? [box.left + box.width / 2, box.top + box.height / 2] : [];
      },
      selector,
    );
    if (x === undefined || y === undefined) throw new Error(`There is no ${selector}.`);
    await tab.click(x, y);
  }

  async function sound(): Promise<void> {
    expect((await tab.problems()).filter((problem) => !harmless(problem))).toEqual([]);
  }

  const wait = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 10_000, interval: 100 });

  test('a task is read as it is meant to look', async () => {
    await open('/tasks/1/');
    expect(await style('html', 'font-size')).toBe('18px');
    expect(await style('.facts', 'border-top-style')).toBe('solid');
    expect(await style('.site-header', 'border-bottom-style')).not.toBe('none');
    expect(await style('#s1', 'color')).not.toBe(await style('.anchor', 'color'));
    expect(await run(tab, () => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await sound();
  });

  test('what is copied is the text of the source', async () => {
    await open(`/tasks/${task.number}/`);
    await run(tab, () => {
      const source = document.querySelector('.source-text');
      if (source) getSelection()?.selectAllChildren(source);
    });
    const copied = await tab.copy();
    const shown = task.paragraphs.flatMap(({ sentences }) => sentences.map((one) => one.text));
    expect(copied.replace(/\s/g, '')).toBe(
      [...shown, task.duty.shown, task.tail].join('').replace(/\s/g, ''),
    );
    await sound();
  });

  test('what is searched for in the browser is found across sentences as within one', async () => {
    const [first, second] = task.paragraphs[0]?.sentences.map((one) => one.text) ?? [];
    await open(`/tasks/${task.number}/`);
    expect(await isFound(`${first?.slice(-4)}${second?.slice(0, 4)}`)).toBe(await isFound(second));
    expect(await isFound(`${second}${second}`)).toBe(false);
    await sound();
  });

  test('a title breaks between words, and is found and copied as one text', async () => {
    const titled = plan.tasks.find(({ title }) => /^\p{Script=Han}{10,}$/u.test(title)) ?? task;
    await open(`/tasks/${titled.number}/`);
    const lines = await run(tab, () => {
      const heading = document.querySelector('h1');
      if (!heading) return [];
      heading.style.width = '5.2em';
      getSelection()?.selectAllChildren(heading);
      const linesOf = (node: Node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
      };
      const words = Array.from(heading.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE);
      return [linesOf(heading), Math.max(...words.map(linesOf))];
    });
    expect(lines[0]).toBeGreaterThan(2);
    expect(lines[1]).toBe(1);
    expect(await tab.copy()).toBe(titled.title);
    expect(await isFound(titled.title)).toBe(await isFound('完成期限'));
    await sound();
  });

  test('a link leads to its sentence, and the sign beside another copies the link of that', async () => {
    await open('/tasks/1/#s2');
    expect(await run(tab, () => document.querySelector(':target')?.id)).toBe('s2');
    await wait(() => text('[data-said]')).toContain('本页引用的是第2句：');
    await click('#s3 > .anchor');
    await wait(() => text('[data-said]')).toContain('第3句的链接');
    expect(await text('[data-said]')).toBe('已复制第3句的链接');
    expect(await address()).toBe(path('/tasks/1/#s3').concat('#s3'));
    await sound();
  });

  const answers = () =>
    run(tab, () => ({
      query: document.querySelector<HTMLElement>('[data-status]')?.dataset.query,
      tasks: Array.from(document.querySelectorAll('[data-match=exact] [data-result]'), (one) =>
        one.querySelector('a'),
      )
        .map((link) => /\/tasks\/\d+\//.exec(link?.pathname ?? '')?.[0])
        .filter((found) => found !== undefined),
    }));
  const inOrder = async () => {
    const { query, tasks } = await answers();
    return { query, tasks: [...tasks].sort() };
  };
  const expected = { query, tasks: [...holding].sort() };

  test('a search is answered, whether typed or from the address, and narrowed by a filter', async () => {
    await open('/search/');
    await click('main input[type=search], input[type=search]');
    await tab.press(query);
    await wait(inOrder).toEqual(expected);
    await open(`/search/?q=${encodeURIComponent(query)}`);
    await wait(inOrder).toEqual(expected);
    await open(`/search/?q=${encodeURIComponent(query)}&kind=unit`);
    await wait(inOrder).toEqual({ query, tasks: [] });
    await sound();
  });

  test.each([
    ['from the site', () => site.url('/verify/')],
    ['in one file from disk', () => pathToFileURL(join(dist, 'offline.html')).href],
  ])('%s a quotation in the address is compared with the plan', async (_, page) => {
    const sentence = task.paragraphs[0]?.sentences[0]?.text ?? '';
    const quoted = `${sentence}\n${sentence.slice(0, 12)}龘${sentence.slice(13)}`;
    await tab.open('about:blank');
    await tab.open(`${page()}#text=${encodeURIComponent(quoted)}`);
    await wait(() => texts('.verify-state')).toEqual(['＝ 逐字相同', '≠ 有出入']);
    expect(await texts('.verify-quoted ins')).toEqual(['换龘']);
    await sound();
  });

  test('the box in the header leads to a unit by another of its names', async () => {
    await open('/about/');
    await click('header input[type=search]');
    await tab.press('公安局');
    await wait(() => text('header [role=option]')).toContain('公安钦南分局');
    await tab.press(KEYS.ArrowDown);
    await tab.press(KEYS.Enter);
    await wait(address).toBe(path('/units/gongan-qinnan-fenju/'));
    await sound();
  });

  test('a link to something folded opens it, and a unit that is marked stands first', async () => {
    await open('/matrix/');
    const [id = ''] = await run(tab, () =>
      [...document.querySelectorAll('tr[id*="--"]')].slice(-1).map((row) => row.id),
    );
    const isOpen = () =>
      run(tab, (one) => document.getElementById(one)?.closest('details')?.open ?? false, id);
    expect(await isOpen()).toBe(false);
    await open(`/matrix/#${id}`);
    await wait(isOpen).toBe(true);
    const unit = 'qu-renshe-ju';
    await open(`/matrix/?highlight=${unit}`);
    await wait(() =>
      run(tab, () => document.querySelector<HTMLElement>('tbody[data-sortable] > tr')?.dataset.unit ?? ''),
    ).toBe(unit);
    await sound();
  });

  test('the timeline is narrowed by its filters', async () => {
    const unit = 'gongan-qinnan-fenju';
    const of = plan.units.find(({ id }) => id === unit)?.tasks.length;
    await open('/timeline/');
    await wait(() => texts('.filters[data-ready]')).toHaveLength(1);
    await run(
      tab,
      (value) => {
        const select = document.querySelector<HTMLSelectElement>('select[name=unit]');
        if (!select) return;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      unit,
    );
    const drawn = () => texts('svg.timeline a.mark:not([data-out])').then(({ length }) => length);
    await wait(drawn).toBe(of);
    expect(await address()).toBe(`${path('/timeline/')}?unit=${unit}`);
    await open(`/timeline/?unit=${unit}`);
    await wait(drawn).toBe(of);
    await sound();
  });

  test('长辈版 enlarges the text, also on the next page', async () => {
    await open('/tasks/1/');
    await click('[data-display] button');
    expect(await style('html', 'font-size')).toBe('22px');
    await open('/units/');
    expect(await style('html', 'font-size')).toBe('22px');
    await run(tab, () => {
      localStorage.clear();
    });
    await sound();
  });

  test('what was visited once is there without a network', async () => {
    await open('/');
    await run(tab, async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== 'activated')
        await new Promise((done) => active?.addEventListener('statechange', done));
    });
    await site.stopServer();
    await open('/tasks/2/');
    expect(await text('h1')).toContain(plan.tasks[1]?.title);
    await sound();
  });
});
