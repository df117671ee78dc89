import { expect, test } from 'vitest';
import { toShown } from '../../../src/text/punctuation.ts';
import { punctuationUses } from '../../../src/text/punctuation-uses.ts';
import { unitMentions, correctionPlace, documentQuotations } from '../../../src/plan/quotations.ts';
import { shownOf } from '../../../src/plan/text-runs.ts';
import { publishedPlan, seedText as seed, the } from '../../support/helpers.ts';

const plan = publishedPlan();

test('a correction in a task is placed at its sentence', () => {
  const misprint = plan.corrections.find(({ received }) => received === '责任追朔制度');
  expect(misprint && correctionPlace(misprint, plan)).toEqual({ kind: 'task', task: 12, anchor: 's4' });
});

test('a correction in the prose is placed at its line', () => {
  const misprint = plan.corrections.find(({ line }) => line === 151);
  expect(misprint && correctionPlace(misprint, plan)).toEqual({ kind: 'line', line: 151 });
});

test('a line break put in before a measure is placed at the measure', () => {
  const layout = plan.corrections.find(({ kind }) => kind === 'layout');
  expect(layout && correctionPlace(layout, plan)).toEqual({ kind: 'measure', section: 8, measure: 40 });
});

test('the place of every correction is in its line', () => {
  for (const correction of plan.corrections) {
    const place = correctionPlace(correction, plan);
    if (place.kind === 'line') expect(place.line).toBe(correction.line);
    if (place.kind !== 'task') continue;
    const [first = 0, last = 0] = plan.tasks.find(({ number }) => number === place.task)?.sourceLines ?? [];
    expect(correction.line).toBeGreaterThanOrEqual(first);
    expect(correction.line).toBeLessThanOrEqual(last);
  }
});

test('every document is quoted at each of its mentions, in whole sentences that contain it', () => {
  for (const document of plan.documents) {
    const found = documentQuotations(document, plan);
    expect(found.map(({ place }) => place)).toEqual([
      ...document.citations.map(({ task, sentence }) => ({ kind: 'task', task, anchor: sentence })),
      ...document.lines.map((line) => ({ kind: 'line', line })),
    ]);
    for (const { runs } of found) expect(shownOf(runs)).toContain(document.words ?? `《${document.title}》`);
  }
});

test('the prose that names a unit is quoted by sentence', () => {
  const mentions = unitMentions({ name: '区法制办' }, plan, [the(plan.reporting).line]);
  expect(mentions.map(({ place }) => place)).toEqual([{ kind: 'line', line: 152 }]);
});

test('the table of punctuation counts every character that is shown as another', () => {
  const shown = [...toShown(seed)];
  const changed = [...seed].filter((character, index) => character !== shown[index]).length;
  const counted = punctuationUses(seed)
    .filter((use) => use.received !== use.shown)
    .reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(changed);
});

test('between digits a comma and a colon stay, a hyphen becomes a dash', () => {
  expect(punctuationUses('1,000元,目标:9:30,期间2016-2020').filter(({ count }) => count > 0)).toEqual([
    { received: ',', shown: '，', betweenDigits: false, count: 2 },
    { received: ':', shown: '：', betweenDigits: false, count: 1 },
    { received: ',', shown: ',', betweenDigits: true, count: 1 },
    { received: ':', shown: ':', betweenDigits: true, count: 1 },
    { received: '-', shown: '—', betweenDigits: true, count: 1 },
  ]);
});
