/** A picture in somebody else's page, by the code that this site offers for it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embedHeight } from '../../../src/metadata/embed-height.ts';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';

const plan = planOfSite();

let site: Site;
const codes = new Map<string, string>();
beforeAll(async () => {
  site = await openSite();
  for (const address of ['/timeline/', '/matrix/']) {
    const { page } = await site.newPage();
    await page.goto(site.url(address));
    for (const code of await page
      .locator('[data-embed]')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))) {
      const [, name = ''] = /\/(\w+\/embed\/\w*)/.exec(code) ?? [];
      // The host that the code names is not this server.
      codes.set(name, code.replace(/src="[^"]*"/, `src="${site.url(`/${name.replace(/\/?$/, '/')}`)}"`));
    }
    await page.context().close();
  }
});
afterAll(() => site.close());

const widths = [320, 360, 480, 640, 768, 900, 1024, 1280, 1600, 1920];

/** What a reader sees in the frame. */
async function frameAt(name: string, width: number) {
  const { page } = await site.newPage({ viewport: { width, height: 1000 } });
  const body = `<!doctype html><style>body { margin: 0 }</style>${codes.get(name) ?? ''}`;
  // From another host Chromium frames nothing of the own machine.
  const host = site.url('/elsewhere/');
  await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(host);
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  await frame?.waitForLoadState('networkidle');
  const seen = await frame?.evaluate(() => ({
    given: innerHeight,
    needed: document.documentElement.scrollHeight,
    bottom: document.querySelector('main')?.getBoundingClientRect().bottom ?? 0,
    drawn: [...document.querySelectorAll('svg.picture')].some(
      (one) => one.getBoundingClientRect().height > 0,
    ),
    listed: [...document.querySelectorAll('table, summary')].some(
      (one) => one.getBoundingClientRect().height > 0,
    ),
    wide: document.documentElement.scrollWidth,
  }));
  await page.context().close();
  if (!seen) throw new Error(`${name} has no frame`);
  return seen;
}

test('there is code for the four pictures', () => {
  expect([...codes.keys()]).toEqual([
    'timeline/embed/',
    'matrix/embed/deadlines',
    'matrix/embed/sections',
    'matrix/embed/together',
  ]);
});

test.for(['timeline/embed/', 'matrix/embed/together'])(
  'the frame of %s is as high as what it shows, at every width, and never empty',
  async (name) => {
    for (const width of widths) {
      const { given, needed, bottom, drawn, listed, wide } = await frameAt(name, width);
      const where = `${name} at ${width}: ${given} given, ${needed} needed, ${bottom} used`;
      expect(drawn || listed, where).toBe(true);
      expect(wide, where).toBeLessThanOrEqual(width);
      // A list takes the place of the picture where that cannot be read; the longer one scrolls.
      if (drawn) expect(needed, where).toBeLessThanOrEqual(given);
      if (drawn) expect(bottom, where).toBeGreaterThan(given * 0.6);
      if (width >= 1080) expect(bottom, where).toBeGreaterThan(given * 0.85);
    }
  },
);

test.for(['matrix/embed/deadlines', 'matrix/embed/sections'])(
  'the frame of %s shows its table at every width',
  async (name) => {
    for (const width of widths) {
      const { listed, wide } = await frameAt(name, width);
      expect(listed, `${name} at ${width}`).toBe(true);
      expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(width);
    }
  },
);

test('of a task the height in the code shows all in a column of text, and little beyond it', async () => {
  const { page, problems } = await site.newPage({ viewport: { width: 600, height: 100 } });
  for (const task of plan.tasks) {
    await page.goto(site.url(`/tasks/${task.number}/embed/`));
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    const { number } = task;
    expect({
      number,
      room: embedHeight(task) - needed >= 0,
      waste: embedHeight(task) - needed > 130,
    }).toEqual({
      number,
      room: true,
      waste: false,
    });
  }
  expect(problems).toEqual([]);
  await page.context().close();
});
