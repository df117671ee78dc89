/** What programs read for people: the Markdown forms of the pages, and llms.txt. */
import { expect, test } from 'vitest';
import { LISTED_TASKS } from '../../../src/data/formats/plan-markdown.ts';
import { base, files, pages, planOfSite, read } from '../../support/dist.ts';

const plan = planOfSite();
const headed = plan.sections.filter(({ heading }) => heading.shown !== '');
const forms = [...files].filter((file) => file.endsWith('.md'));

/** The texts in fences, and what stands around them. */
function split(file: string): { fenced: string[]; around: string } {
  const fenced: string[] = [];
  const around = read(file).replace(/^(`{3,})text\n([^]*?)\n\1$/gm, (_, _fence: string, text: string) => {
    fenced.push(text);
    return '';
  });
  return { fenced, around };
}

const shown = ({ paragraphs, cells, duty, tail }: (typeof plan.tasks)[number]) =>
  paragraphs
    .map((one) => one.shown)
    .concat(cells.filter((one) => !one.before).map(({ signs, mark, after }) => signs + mark + after))
    .concat(duty.shown === '' ? [] : [duty.shown + tail])
    .join('\n');

test('each task, unit and section and the whole plan have a Markdown form beside their page', () => {
  const wanted = [
    'plan.md',
    ...plan.tasks.map(({ number }) => `tasks/${number}.md`),
    ...plan.units.map(({ id }) => `units/${id}.md`),
    ...headed.map(({ number }) => `sections/${number}.md`),
  ];
  expect(forms.toSorted()).toEqual(wanted.toSorted());
  for (const file of forms) {
    const page = pages.find((one) => one.file === file.replace(/\.md$/, '/index.html'));
    expect(page?.html, file).toMatch(
      new RegExp(`<link rel="alternate" type="text/markdown" href="${base}${file.replace('.', '\\.')}"`),
    );
  }
});

test('a program that reads a task has its words to the character, and nothing else in their place', () => {
  for (const task of plan.tasks) {
    const { fenced, around } = split(`tasks/${task.number}.md`);
    expect(fenced, `task ${task.number}`).toEqual([shown(task)]);
    if (task.note !== '') expect(around).toContain('简要说明（本站据原文概括，不代替原文）');
    for (const { name } of task.duty.units) expect(around, `task ${task.number}`).toContain(name);
    if (!task.duty.units.some(({ role }) => role === 'lead'))
      expect(around, `task ${task.number}`).toContain('原文没有写由谁牵头，不能推断');
    expect(around, `task ${task.number}`).toContain('期限已过，不表示任务没有完成');
    expect(around).toContain(`/tasks/${task.number}/`);
  }
});

test('a program that reads the whole plan has every line that a reader is shown, in its order', () => {
  const text = read('plan.md').replaceAll('\\', '');
  const lines = [
    ...[...plan.chapters, ...plan.sections].flatMap(({ prose }) => prose),
    ...plan.parts.map(({ heading }) => heading),
    ...headed.flatMap(({ heading, measures }) => [heading, ...measures.flatMap((one) => one.heading ?? [])]),
  ].map((passage) => passage.shown);
  for (const line of lines) expect(text).toContain(line);
  let at = 0;
  for (const task of plan.tasks) {
    const place = read('plan.md').indexOf(`${task.marker}${shown(task)}`, at);
    expect(place, `task ${task.number}`).toBeGreaterThanOrEqual(at);
    at = place;
  }
});

test('a unit has all its tasks, and a section its own words and its tasks', () => {
  for (const { id, tasks } of plan.units) {
    const text = read(`units/${id}.md`);
    for (const { number } of tasks) expect(text, id).toContain(`/tasks/${number}.md)`);
  }
  for (const section of headed) {
    const { fenced, around } = split(`sections/${section.number}.md`);
    if (section.goalPassage) expect(fenced).toContain(section.goalPassage.shown);
    for (const { number } of plan.tasks.filter((task) => task.section === section.number))
      expect(around).toContain(`/tasks/${number}.md)`);
  }
});

test('llms.txt says what must not be concluded, and every address in it and in the forms leads to a file', () => {
  const llms = read('llms.txt');
  for (const words of [
    '期限已过，不等于未完成',
    '不能从单位的次序推断',
    '标明“本站整理”“简要说明”“编者注”的，是本站的话',
  ])
    expect(llms).toContain(words);
  // Of a long plan it lists the sections alone.
  const isListed = plan.tasks.length <= LISTED_TASKS;
  for (const { number } of isListed ? plan.tasks : []) expect(llms).toContain(`/tasks/${number}.md)`);
  const wrong = ['llms.txt', ...forms].flatMap((file) =>
    Array.from(
      split(file).around.matchAll(/(?<=\]\(|<|- |例如 )(?:https?:\/\/[^/\s]+)?\/[^\s)>。]*/g),
      ([url]) => ({ file, path: decodeURI(url.replace(/^https?:\/\/[^/]+/, '').replace(/#.*$/, '')) }),
    ).filter(({ path }) => {
      const own = path.startsWith(base) ? path.slice(base.length) : undefined;
      return own === undefined || !files.has(own.replace(/(^|\/)$/, '$1index.html'));
    }),
  );
  expect(wrong).toEqual([]);
});
