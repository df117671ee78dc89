import { describe, expect, test } from 'vitest';
import { cite, FORMAT_NAMES, partTitle, type Work } from '../../../src/metadata/citation-formats.ts';

const work: Work = {
  author: '钦南区人民政府办公室',
  title: partTitle('实施方案（2016—2020年）', '任务1 推进机构法定化', '第2句'),
  published: '2017-07-18',
  url: 'https://example.gov.cn/tasks/1/#s2',
  cited: '2026-11-23',
};
const { cited: _, ...undated } = work;
const nasty: Work = { ...work, author: '<甲>&"乙"', title: '\\{50%_#$&~^}*`[题](名)<b>' };

describe('a citation', () => {
  test.each(['gbt2025', 'gbt2015'] as const)('in %s has the form for web pages', (format) => {
    expect(cite(work, format)).toBe(
      '钦南区人民政府办公室. 实施方案（2016—2020年）：任务1 推进机构法定化，第2句[EB/OL]. ' +
        '(2017-07-18)[2026-11-23]. https://example.gov.cn/tasks/1/#s2.',
    );
  });

  test('leaves the date of citing to the reader if it is unknown', () => {
    expect(cite(undated, 'gbt2025')).toContain('(2017-07-18)[引用日期]. ');
    for (const format of FORMAT_NAMES) expect(cite(undated, format), format).not.toContain('undefined');
  });

  test('has the year of the day on which the text was made, called so, where no day of publication is known', () => {
    const made = { ...work, published: '', dated: '2022-03-01' };
    expect(cite(made, 'gbt2025')).toContain('[EB/OL]. (2022-03-01成文)[2026-11-23]. ');
    expect(cite(made, 'bibtex')).toContain('  year = {2022},\n  note = {{2022-03-01成文}},\n');
    expect(cite(made, 'bibtex')).toMatch(/^@online\{plan2022-tasks-1-s2,/);
    expect(cite(made, 'bibtex')).not.toContain('  date = ');
    expect(JSON.parse(cite(made, 'csl'))).toMatchObject([{ issued: { literal: '2022-03-01成文' } }]);
    expect(cite(made, 'markdown')).toContain('，2022-03-01成文，2026-11-23引用。');
    expect(cite(made, 'html')).toContain('<time datetime="2022-03-01">2022-03-01</time>成文，');
    for (const format of FORMAT_NAMES) {
      expect(cite(made, format), format).not.toContain('发布');
      expect(cite({ ...work, dated: '2022-03-01' }, format), format).toBe(cite(work, format));
      expect(cite({ ...made, dated: '' }, format), format).not.toContain('成文');
    }
  });

  test('of the plan itself has the bare title', () => {
    expect(partTitle('实施方案')).toBe('实施方案');
  });

  test('in BibTeX', () => {
    expect(cite(work, 'bibtex')).toBe(
      `@online{plan2017-tasks-1-s2,
  author = {{钦南区人民政府办公室}},
  title = {{实施方案（2016—2020年）：任务1 推进机构法定化，第2句}},
  date = {2017-07-18},
  url = {https://example.gov.cn/tasks/1/#s2},
  urldate = {2026-11-23},
  langid = {chinese},
}`,
    );
    expect(cite(undated, 'bibtex')).not.toContain('urldate');
  });

  test('in BibTeX escapes what TeX would act on', () => {
    const title = /title = \{\{(.*)\}\},/.exec(cite(nasty, 'bibtex'))?.[1];
    expect(title).toBe(
      String.raw`\textbackslash{}\{50\%\_\#\$\&\textasciitilde{}\textasciicircum{}\}*` + '`[题](名)<b>',
    );
    expect(cite({ ...work, url: 'https://a/{b}\\' }, 'bibtex')).toContain('url = {https://a/%7Bb%7D%5C}');
  });

  test('in CSL-JSON', () => {
    expect(JSON.parse(cite(work, 'csl'))).toEqual([
      {
        id: 'plan2017-tasks-1-s2',
        type: 'webpage',
        title: work.title,
        author: [{ literal: work.author }],
        issued: { 'date-parts': [[2017, 7, 18]] },
        accessed: { 'date-parts': [[2026, 11, 23]] },
        URL: work.url,
        language: 'zh-CN',
      },
    ]);
    expect(JSON.parse(cite(nasty, 'csl'))).toMatchObject([{ title: nasty.title }]);
  });

  test('in Markdown is a link, with special characters escaped', () => {
    expect(cite(work, 'markdown')).toBe(
      '[实施方案（2016—2020年）：任务1 推进机构法定化，第2句](https://example.gov.cn/tasks/1/#s2)，' +
        '钦南区人民政府办公室，2017-07-18发布，2026-11-23引用。',
    );
    expect(cite(nasty, 'markdown')).toContain(
      String.raw`[\\{50%\_\#$\&\~^}\*` + '\\`' + String.raw`\[题\](名)\<b\>](https:`,
    );
    expect(cite({ ...work, url: 'https://a/(b) <c>' }, 'markdown')).toContain(
      '](https://a/%28b%29%20%3Cc%3E)',
    );
  });

  test('in HTML escapes text and attributes', () => {
    expect(cite(work, 'html')).toMatch(
      /^<cite><a href="https:\/\/example.gov.cn\/tasks\/1\/#s2">.*<\/a><\/cite>，钦南区人民政府办公室，<time datetime="2017-07-18">/,
    );
    const html = cite({ ...nasty, url: 'https://a/?"><script>&b' }, 'html');
    expect(html).toContain('href="https://a/?&quot;&gt;&lt;script&gt;&amp;b"');
    expect(html).toContain('，&lt;甲&gt;&amp;&quot;乙&quot;，');
    expect(html).not.toContain('<b>');
  });

  test('has a key that does not depend on the host', () => {
    const elsewhere = cite({ ...work, url: '/tasks/1/#s2' }, 'bibtex');
    expect(elsewhere.split('\n')[0]).toBe(cite(work, 'bibtex').split('\n')[0]);
  });
});
