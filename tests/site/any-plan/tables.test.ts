/** A reader of a row of a table always learns which column its words stand in. */
import { expect, test } from 'vitest';
import { attribute, elements, pagesFrom, planOfSite, read, text } from '../../support/dist.ts';

const plan = planOfSite();
const rows = plan.tasks.filter(({ cells }) => cells.some(({ head }) => head !== ''));

test.skipIf(rows.length === 0)('the Markdown of a task and of the plan names the column of each cell', () => {
  const whole = read('plan.md').replaceAll('\\', '');
  for (const { number, cells } of rows) {
    const own = read(`tasks/${number}.md`).replaceAll('\\', '');
    for (const { head, shown } of cells) {
      const line = `- ${head}：${shown.trim() || '本站没有读出'}`;
      if (head !== '') for (const file of [own, whole]) expect(file, `task ${number}`).toContain(line);
    }
  }
});

test.skipIf(rows.length === 0)(
  'the row of heads is no paragraph of the whole text, but the head of its rows',
  () => {
    const all = pagesFrom('plan').flatMap(({ document }) => [...elements(document)]);
    const heads = all.filter((element) => attribute(element, 'class') === 'table-head').map(text);
    const first = rows[0]?.cells.map(({ head }) => head).filter((head) => head !== '') ?? [];
    for (const head of first) expect(heads.join('\n')).toContain(head);
  },
);
