/** Every kind of page by keyboard, by finger, without script, without styles, and with the system's own colours. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/browser.ts';
import { pageKinds } from '../support/kinds.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Asks the same of one page of each kind, in one tab. */
async function onEachKind(options: object, ask: (page: Page) => Promise<string[]>): Promise<string[]> {
  const { page } = await site.newPage(options);
  const found: string[] = [];
  for (const address of pageKinds()) {
    await page.goto(site.url(address));
    found.push(...(await ask(page)).map((problem) => `${address}  ${problem}`));
  }
  await page.context().close();
  return found;
}

test('wherever the focus goes, it is seen', async () => {
  const unseen = await onEachKind({}, (page) =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      const found: string[] = [];
      const focusable = 'a[href], button, input, select, summary, [tabindex="0"]';
      for (const element of document.querySelectorAll<HTMLElement>(focusable)) {
        if (!element.checkVisibility()) continue;
        element.focus({ focusVisible: true });
        const drawn = [undefined, '::after'].some((part) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
        if (!drawn || document.activeElement !== element) found.push(element.outerHTML.slice(0, 80));
      }
      return found;
    }),
  );
  expect(unseen).toEqual([]);
});

test('the first key leads past the header', async () => {
  const failing = await onEachKind({}, async (page) => {
    // The search page has put the focus into its box: whoever comes there has passed the header.
    if (await page.evaluate(() => document.activeElement !== document.body)) return [];
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到正文' });
    const seen = await skip.evaluate(
      (link) => link === document.activeElement && link.getBoundingClientRect().height > 40,
    );
    await page.keyboard.press('Enter');
    const inside = await page.evaluate(() => document.activeElement?.id === 'main');
    return seen && inside ? [] : [`skip link seen ${seen}, leads to the text ${inside}`];
  });
  expect(failing).toEqual([]);
});

test.for([320, 1280])(
  'what can be tapped is at least 44 px high and wide at %i px, save links in a sentence',
  async (width) => {
    const small = await onEachKind({ viewport: { width, height: 900 } }, (page) =>
      page.evaluate(() => {
        const found: string[] = [];
        const inSentence = (element: Element) => {
          let block = element.parentElement;
          while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
          const links = [...(block?.querySelectorAll('a, button') ?? [])]
            .map((one) => one.textContent)
            .join('');
          return (
            getComputedStyle(element).display === 'inline' &&
            (block?.textContent ?? '').replace(/\s/g, '').length > links.replace(/\s/g, '').length
          );
        };
        for (const element of document.querySelectorAll<HTMLElement>(
          'a[href], button, input, select, summary',
        )) {
          if (!element.checkVisibility() || element.matches('.anchor, .skip-link') || element.closest('svg'))
            continue;
          if (inSentence(element)) continue;
          // What reacts is what counts: a label with its box, a whole row, room around a short word.
          const own = element.matches('input') ? (element.closest('label') ?? element) : element;
          own.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = own.getClientRects()[0];
          if (!box) continue;
          const hit = (x: number, y: number) =>
            own.contains(
              document.elementFromPoint(x, y)?.closest('a, button, input, select, summary, label') ?? null,
            );
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          /** How far from the middle it still reacts: in large steps, then in small ones. */
          const reach = (dx: number, dy: number) => {
            let far = 0;
            for (const step of [8, 1])
              while (far < 45 && hit(x + dx * (far + step), y + dy * (far + step))) far += step;
            return far;
          };
          const covered = !hit(x, y);
          const [high, wide] = covered
            ? [0, 0]
            : [reach(0, -1) + reach(0, 1) + 1, Math.max(box.width, reach(-1, 0) + reach(1, 0) + 1)];
          if (high < 43 || wide < 43)
            found.push(`${Math.round(wide)} × ${high}: ${element.outerHTML.slice(0, 90)}`);
        }
        return found;
      }),
    );
    expect(small).toEqual([]);
  },
);

test('nothing moves for readers who do not want it, nor for others', async () => {
  const moving = await onEachKind({ reducedMotion: 'reduce' }, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return (
            animationName !== 'none' || parseFloat(transitionDuration) > 0 || scrollBehavior === 'smooth'
          );
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    ),
  );
  expect(moving).toEqual([]);
});

test('in the colours of the system roles, deadlines and marks are still told apart', async () => {
  const { page } = await site.newPage({ forcedColors: 'active' });
  await page.goto(site.url('/about/design/'));
  const looks = await page.evaluate(() => {
    const look = (selector: string, part?: string) => {
      const { borderStyle, borderWidth, borderRadius, backgroundColor } = getComputedStyle(
        document.querySelector(selector) ?? document.body,
        part,
      );
      return [borderStyle, borderWidth, borderRadius, backgroundColor].join(' ');
    };
    const roles = ['lead', 'sole', 'joint', 'support'].map((role) => look(`.role[data-role=${role}]`));
    const deadlines = ['own', 'general'].map((basis) => look(`.deadline[data-basis=${basis}]`, '::before'));
    const voices = ['source', 'site', 'editor'].map((voice) => look(`.voice-label[data-label=${voice}]`));
    return [roles, deadlines, voices].map((all) => [all.length, new Set(all).size]);
  });
  expect(looks).toEqual([
    [4, 4],
    [2, 2],
    [3, 3],
  ]);
  await page.goto(site.url('/tasks/12/#s2'));
  const cited = await page.locator('#s2').evaluate((element) => getComputedStyle(element).textDecorationLine);
  expect(cited).toContain('underline');
  await page.context().close();
});

test('without script every page reads the same, and no control is there that would need it', async () => {
  const text = (page: Page) => page.locator('main').innerText();
  const { page: withScript } = await site.newPage();
  const missing = await onEachKind({ javaScriptEnabled: false }, async (page) => {
    const found: string[] = [];
    const address = new URL(page.url());
    if (!/\/(?:search|verify)\/$/.test(address.pathname)) {
      await withScript.goto(address.href);
      const plain = (words: string) => words.replace(/\s+/g, '');
      const lines = (await text(page)).split('\n').map(plain);
      const whole = plain(await text(withScript));
      found.push(
        ...lines.filter((line) => !whole.includes(line)).map((line) => `only without script: ${line}`),
      );
      if (lines.join('').length < 40) found.push('has hardly any text');
    }
    const dead = page.locator(
      'button:visible:not(form[action] [type=submit]), select:visible, input:visible:not(form[action] input)',
    );
    found.push(...(await dead.evaluateAll((all) => all.map((one) => `dead: ${one.outerHTML.slice(0, 80)}`))));
    return found;
  });
  await withScript.context().close();
  expect(missing).toEqual([]);
});

test('without script the search form leads to a page that says what to do', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/tasks/1/'));
  await page.getByRole('searchbox').first().fill('权力清单');
  await page.keyboard.press('Enter');
  await page.waitForURL(
    (url) => url.pathname.endsWith('/search/') && url.searchParams.get('q') === '权力清单',
  );
  expect(await page.locator('main').innerText()).toContain('搜索需要浏览器运行脚本');
  await page.context().close();
});

test('without styles the order makes sense, and what is read is all there', async () => {
  const { page } = await site.newPage();
  await page.route('**/*.css', (route) => route.abort());
  await page.goto(site.url('/tasks/12/'));
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove();
  });
  const tops = await page.evaluate(() =>
    [
      '.skip-link',
      '.site-name',
      '.site-nav',
      '.breadcrumb',
      'h1',
      '.facts',
      '.source-text',
      '.duty',
      '.neighbours',
      '.site-footer',
    ].map((selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? NaN),
  );
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect(await page.getByText('任务12', { exact: false }).first().isVisible()).toBe(true);
  await page.context().close();
});

test('on A4 nothing is cut, what only works on a screen is left out, and the address stands in the foot', async () => {
  // 210 mm less the margins of print.css.
  const wrong = await onEachKind({ viewport: { width: 627, height: 900 } }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    // Charts and their tables are printed across.
    if ((await page.locator('body[data-wide]').count()) > 0)
      await page.setViewportSize({ width: 956, height: 627 });
    return page.evaluate(() => {
      const found: string[] = [];
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`is ${scrollWidth} px wide`);
      for (const folded of document.querySelectorAll('main details > :not(summary)')) {
        const { display } = getComputedStyle(
          folded.closest('.screen-only, .contents, .search-filters') ?? folded,
        );
        if (display !== 'none' && !folded.checkVisibility())
          found.push(`folded: ${folded.outerHTML.slice(0, 60)}`);
      }
      const shown = (selector: string) =>
        [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
      if (shown('.site-header, .breadcrumb, .contents, .neighbours, .site-footer nav'))
        found.push('shows navigation');
      const foot = document.querySelector<HTMLElement>('.site-footer')?.innerText ?? '';
      // The page for what is not there has no address of its own.
      const missing = document.body.dataset.kind === 'missing';
      const address = /网址：(?:https?:\/\/[^/\s]+)?(\/\S*)/.exec(foot)?.[1];
      if (!missing && address !== location.pathname) found.push('lacks its address');
      return found;
    });
  });
  expect(wrong).toEqual([]);
});
