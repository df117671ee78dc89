import { expect, test } from 'vitest';
import { guidelineTags, type PageFacts } from '../../../src/metadata/guideline-tags.ts';
import { scriptJson } from '../../../src/metadata/json-ld.ts';

const facts: PageFacts = {
  kind: 'task',
  title: '任务1 推进',
  description: '区编办牵头',
  keywords: ['区编办', '各镇政府'],
  published: '2017-07-18 11:07',
  publisher: '钦南区人民政府办公室',
};
const known = { url: 'https://www.example.gov.cn/tasks/1/', image: 'https://www.example.gov.cn/og/task.png' };
const tags = (page: Partial<PageFacts>, code?: string) =>
  Object.fromEntries(guidelineTags({ ...facts, ...page }, '本站', { code }));

test('a page with the plan’s text is an article, dated as the source is', () => {
  expect(tags(known, 'bm01000001')).toEqual({
    SiteName: '本站',
    SiteDomain: 'www.example.gov.cn',
    SiteIDCode: 'bm01000001',
    ArticleTitle: '任务1 推进',
    PubDate: '2017-07-18 11:07',
    ContentSource: '钦南区人民政府办公室',
    Keywords: '区编办,各镇政府',
    Description: '区编办牵头',
    Image: known.image,
    Url: known.url,
  });
});

test('a page that links to it is a column', () => {
  expect(tags({ kind: 'units', title: '责任单位' })).toEqual({
    SiteName: '本站',
    ColumnName: '责任单位',
    ColumnDescription: '区编办牵头',
    ColumnKeywords: '区编办,各镇政府',
    ColumnType: '政策文件',
    Description: '区编办牵头',
  });
  expect(tags({ kind: 'home' })).toMatchObject({ ColumnName: '首页', ColumnType: '首页' });
});

test('pages about the site are neither, and unknown values are left out', () => {
  expect(tags({ kind: 'prose' })).toEqual({ SiteName: '本站', Description: '区编办牵头' });
});

test('data in a script cannot end it', () => {
  const data = { name: '</script><!--' };
  expect(scriptJson(data)).not.toContain('<');
  expect(JSON.parse(scriptJson(data))).toEqual(data);
});
