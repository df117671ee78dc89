/** Where the text says what is done by a time, a reader is told so wherever the time stands: the whole task need not be due then. */
import { expect, test } from 'vitest';
import { isLarge } from '../../../src/plan/large/size.ts';
import { pageAt, planOfSite, read, text } from '../../support/dist.ts';

const plan = planOfSite();
const statements = plan.tasks.flatMap(({ number, deadlines }) =>
  deadlines.flatMap(({ statement }) => (statement === undefined ? [] : [{ number, statement }])),
);
const bare = (words: string) => words.replace(/\s/g, '');

test.skipIf(statements.length === 0 || isLarge(plan))(
  'the page of a task, the list, the timeline and the calendar say what is to be done by then',
  () => {
    const [list, timeline] = ['tasks', 'timeline'].map((page) =>
      bare(text(pageAt(`${page}/index.html`).document)),
    );
    const calendar = bare(
      read('calendar.ics')
        .replace(/\r\n[ \t]/g, '')
        .replace(/\\([,;\\])/g, '$1'),
    );
    for (const { number, statement } of statements) {
      const words = bare(statement);
      const page = bare(text(pageAt(`tasks/${number}/index.html`).document));
      // On its own page also in the text, and before it.
      expect(page.split(words).length, `task ${number}: ${statement}`).toBeGreaterThan(2);
      for (const told of [list, timeline, calendar]) expect(told).toContain(words);
    }
  },
);
