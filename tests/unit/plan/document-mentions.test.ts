import { expect, test } from 'vitest';
import { documentSpans, quotedTitles } from '../../../src/plan/document-mentions.ts';
import { publishedPlan, seedText, the } from '../../support/helpers.ts';

const plan = publishedPlan();
const wordsOf = (shown: string, documents: Parameters<typeof documentSpans>[1]) =>
  documentSpans(shown, documents).map(({ start, end, document }) => `${document} ${shown.slice(start, end)}`);

test('titles in 《》 are found one by one, also without text between them', () => {
  expect(quotedTitles('据《甲》《乙》和《丙》办').map(({ title }) => title)).toEqual(['甲', '乙', '丙']);
});

test('a title inside another belongs to the outer one', () => {
  expect(quotedTitles('《甲关于〈乙（2014—2020年）〉的意见》').map(({ title }) => title)).toEqual([
    '甲关于〈乙（2014—2020年）〉的意见',
  ]);
});

test('task 12 cites the nested title as one document, number and restored dash included', () => {
  const document = the(plan.documents.find(({ number }) => number === '钦政发〔2015〕50号'));
  expect(document.title).toBe(
    '钦州市人民政府关于贯彻落实〈社会信用体系建设规划纲要（2014—2020年）〉的实施意见',
  );
  expect(document.citations).toEqual([{ task: 12, sentence: 's2', words: `《${document.title}》` }]);
});

test('a registered title is linked with its 《》, an unknown one is not', () => {
  expect(wordsOf('据《甲》和《乙》', [{ id: 'a', title: '甲' }])).toEqual(['a 《甲》']);
});

test('a document without a title is found by the phrase that promises it', () => {
  expect(wordsOf('制定甲方案，再制定甲方案。', [{ id: 'a', title: '甲方案', words: '制定甲方案' }])).toEqual([
    'a 制定甲方案',
    'a 制定甲方案',
  ]);
});

test('what is cited comes in the order of the text, not of the registry', () => {
  const documents = [
    { id: 'a', title: '甲' },
    { id: 'b', title: '乙方案', words: '制定乙方案' },
  ];
  expect(wordsOf('制定乙方案，落实《甲》。', documents)).toEqual(['b 制定乙方案', 'a 《甲》']);
});

test('every title in 《》 of the whole plan is linked to its document', () => {
  const passages = [
    ...plan.chapters.flatMap(({ prose }) => prose),
    ...plan.tasks.flatMap(({ paragraphs, duty }) => [...paragraphs, duty]),
  ];
  const titles = passages.flatMap(({ shown }) => quotedTitles(shown).map(({ title }) => title));
  expect(titles).toHaveLength(seedText.split('《').length - 1);
  for (const { shown, runs } of passages) {
    for (const { start, end } of quotedTitles(shown)) {
      let at = 0;
      for (const run of runs) {
        if (at >= start && at < end) expect(run.document, run.text).toBeDefined();
        at += run.text.length;
      }
    }
  }
});

test('the quotation of a citation is part of its sentence', () => {
  for (const { paragraphs, citations } of plan.tasks) {
    const sentences = new Map(paragraphs.flatMap((one) => one.sentences.map(({ id, text }) => [id, text])));
    for (const { sentence, words } of citations) expect(sentences.get(sentence)).toContain(words);
  }
});
