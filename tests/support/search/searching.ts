/** Asks the search page as a reader would, and reads what it lists. */
import type { Page } from 'playwright-core';
import type { TaskNumber } from '../../../src/plan/model.ts';

export interface Listed {
  /** Paths with their anchors. */
  exact: string[];
  related: string[];
}

export const box = 'input[type=search][name=q]';

/** How text is compared. Written anew on purpose: the site's own way of comparing is what is under test. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The numbers of the tasks among these paths. */
export const tasksIn = (paths: string[]) =>
  paths
    .flatMap((path) => /\/tasks\/([\d-]+)\/(?:#|$)/.exec(path)?.[1] ?? [])
    .map((number): TaskNumber => (number.includes('-') ? number : Number(number)));

/** The same numbers in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Some piece of a text. */
export function cut(text: string, next: (below: number) => number, length: number): string {
  const start = next(Math.max(1, text.length - length + 1));
  return text.slice(start, start + length);
}

/** What the page lists at the moment. */
export async function listed(page: Page): Promise<Listed> {
  return page.evaluate(() => {
    const paths = (match: string) =>
      Array.from(document.querySelectorAll(`[data-match=${match}] [data-result]`), (result) => {
        const link = result.querySelector('a');
        return link ? link.pathname + link.hash : '';
      });
    return { exact: paths('exact'), related: paths('related') };
  });
}

/** Goes through addresses as the back button does, and reads what is listed for each query. */
export async function ask(page: Page, queries: string[]): Promise<Listed[]> {
  return page.evaluate(async (list) => {
    const status = document.querySelector('main [role=status]');
    if (!(status instanceof HTMLElement)) throw new Error('There is no status.');
    const answers: Listed[] = [];
    for (const query of list) {
      history.replaceState(null, '', `?q=${encodeURIComponent(query)}`);
      delete status.dataset.query;
      const done = new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (status.dataset.query !== query) return;
          watch.disconnect();
          resolve();
        });
        watch.observe(status, { attributes: true });
      });
      dispatchEvent(new PopStateEvent('popstate'));
      await done;
      const answer: Listed = { exact: [], related: [] };
      for (const result of document.querySelectorAll('[data-result]')) {
        const link = result.querySelector('a');
        const match = result.closest('[data-match=exact]') ? 'exact' : 'related';
        if (link) answer[match].push(link.pathname + link.hash);
      }
      answers.push(answer);
    }
    return answers;
  }, queries);
}

/** Waits until the page has answered a query. */
export async function answered(page: Page, query: string): Promise<Listed> {
  await page.locator(`main [role=status][data-query=${JSON.stringify(query)}]`).waitFor();
  return listed(page);
}
