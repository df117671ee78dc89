/** What one page holds of a plan of usual size, several pages hold of a large one: everything, once. */
import { describe, expect, test } from 'vitest';
import { countYears } from '../../../src/charts/year-counts.ts';
import { fullTextBlocks } from '../../../src/plan/full-text.ts';
import { documentAnchors, documentPages } from '../../../src/plan/large/document-pages.ts';
import { inPages, isLarge, MOST_ON_PAGE } from '../../../src/plan/large/size.ts';
import { textAnchors, textPages } from '../../../src/plan/large/text-pages.ts';
import { unitPages } from '../../../src/plan/large/unit-pages.ts';
import { yearOf, yearPages } from '../../../src/plan/large/year-pages.ts';
import { roleNames } from '../../../src/plan/role-words.ts';
import { countTasks } from '../../../src/plan/sort.ts';
import { generatedPlan, LARGE } from '../../bench/generated-plan.ts';
import { publishedPlan, the } from '../../support/helpers.ts';

const plan = generatedPlan(LARGE);
const usual = publishedPlan();
const lists = [0, 1, 199, 200, 201, 650, 4001];

test('the size alone decides', () => {
  expect([isLarge(usual), isLarge(plan)]).toEqual([false, true]);
});

test.each(lists)('a list of %d has every item once, on pages that are not too long', (length) => {
  const list = Array.from({ length }, (_, index) => index);
  const pages = inPages(list, (item) => item % 40 === 0);
  expect(pages.flat()).toEqual(list);
  expect(Math.max(0, ...pages.map((page) => page.length))).toBeLessThanOrEqual(MOST_ON_PAGE);
  // No page is nearly empty either.
  if (pages.length > 1) expect(Math.min(...pages.map((page) => page.length))).toBeGreaterThan(20);
});

test('a page ends where a section does, if that is near', () => {
  const list = Array.from({ length: 700 }, (_, index) => index);
  const pages = inPages(list, (item) => item % 50 === 0);
  expect(pages.slice(1).map(([first = 1]) => first % 50)).toEqual(pages.slice(1).map(() => 0));
});

describe('the text', () => {
  test('every piece of a section stands on one page', () => {
    const inSections = fullTextBlocks(plan).flatMap(({ section, items }) => (section ? items : []));
    const onPages = textPages(plan).flatMap(({ items }) => items);
    expect(onPages.map(({ passage }) => passage.line)).toEqual(inSections.map(({ passage }) => passage.line));
    expect(new Set(textPages(plan).map(({ address }) => address)).size).toBe(textPages(plan).length);
  });

  test('the addresses of sections and tasks lead to the page that holds them', () => {
    const anchors = new Map(textAnchors(plan));
    for (const { number, section } of plan.tasks)
      expect(anchors.get(`/plan/#task-${number}`)).toMatch(
        new RegExp(`^/plan/${section}/(?:\\d+/)?#task-${number}$`),
      );
    for (const { number } of plan.sections)
      expect(anchors.get(`/plan/#section-${number}`)).toBe(`/plan/${number}/#section-${number}`);
  });

  test('a long section has several pages, the first with its heading', () => {
    const [long] = plan.sections;
    const tasks = plan.tasks.map((task) => ({ ...task, section: 1 }));
    const measures = plan.sections.flatMap((section) => section.measures);
    const pages = textPages({
      ...plan,
      parts: [],
      chapters: [],
      tasks,
      sections: [{ ...the(long), part: 0, measures }],
    });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages[1]?.address).toBe('/plan/1/2/');
    const numbers = pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'task' ? item.task.number : [])),
    );
    expect(numbers).toHaveLength(LARGE);
    expect(new Set(numbers).size).toBe(LARGE);
  });
});

describe('the timeline', () => {
  test('every task stands once, in its year', () => {
    const all = yearPages(plan).flatMap(({ year, groups }) =>
      groups.flatMap(({ tasks }) => tasks.map((task) => ({ year, task }))),
    );
    expect(new Set(all.map(({ task }) => task.number)).size).toBe(LARGE);
    expect(all).toHaveLength(LARGE);
    for (const { year, task } of all) expect(yearOf(task)).toBe(year);
  });

  test('each number is the length of the list that it leads to', () => {
    const counted = countYears(plan);
    expect(counted.totals.reduce((sum, count) => sum + count, 0)).toBe(LARGE);
    for (const { section, cells } of counted.rows)
      for (const [index, { count, address }] of cells.entries()) {
        const year = the(counted.years[index]);
        const pages = yearPages(plan).filter((page) => page.year === year);
        const groups = pages.flatMap((page) =>
          page.groups.filter((group) => group.section === section.number),
        );
        expect(groups.reduce((sum, { tasks }) => sum + tasks.length, 0)).toBe(count);
        const first = pages.find((page) => page.groups.some((group) => group.section === section.number));
        expect(address).toBe(first && `${first.address}#section-${section.number}`);
      }
  });
});

test('every task of a unit stands on one of its pages, under its role', () => {
  const roles = [...roleNames(plan).keys()];
  const busiest = plan.units.toSorted((a, b) => countTasks(b.tasks) - countTasks(a.tasks));
  expect(unitPages(the(busiest[0]), plan, roles).length).toBeGreaterThan(1);
  for (const unit of plan.units) {
    const found = unitPages(unit, plan, roles).flatMap(({ groups }) =>
      groups.flatMap(({ role, tasks }) => tasks.map(({ number }) => `${number} ${role}`)),
    );
    expect(found.toSorted()).toEqual(
      [...new Set(unit.tasks.map(({ number, role }) => `${number} ${role}`))].toSorted(),
    );
  }
});

test('every document stands on one page, and its address leads there', () => {
  const pages = documentPages(plan);
  expect(pages.length).toBeGreaterThan(1);
  const all = pages.flatMap(({ groups }) => groups.flatMap(({ documents }) => documents.map(({ id }) => id)));
  expect(all.toSorted()).toEqual(plan.documents.map(({ id }) => id).toSorted());
  const later = pages.slice(1).flatMap(({ groups }) => groups.flatMap(({ documents }) => documents));
  expect(documentAnchors(plan)).toHaveLength(later.length);
  expect(documentPages(usual)).toHaveLength(1);
});
