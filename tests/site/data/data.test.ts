/** The data of our own plan against the text as received, read here with a few expressions of its own. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { cellText } from '../../support/data/cell-text.ts';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import { base, elements, files, pageAt, read, readBytes, text } from '../../support/dist.ts';
import { seedBytes, seedFile, seedLines as lines } from '../../support/helpers.ts';

const json = (file: string): unknown => JSON.parse(read(file));
const plan = json('data/plan.json') as PlanData;
const { tasks, units, documents, corrections } = plan;
type Task = PlanData['tasks'][number];

/** The address as the data must give it. */
function published(address: string): string {
  const path = base.slice(0, -1) + address;
  return process.env.SITE_URL === undefined ? path : new URL(path, process.env.SITE_URL).href;
}

/** The word that follows a unit in its clause → its role. */
const ROLES: Record<string, string> = {
  牵头: 'lead',
  按职责分别负责: 'joint',
  按职责分工负责: 'joint',
  负责: 'sole',
  配合: 'support',
};

/** What a clause consists of besides its units: no unit may have been left out. */
const BARE_CLAUSE = /^（(?:[、，；]|等有关部门|牵头|按职责分[别工]负责|负责|配合|\d{4}年年?底前完成)+）$/;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hasLead = ({ units: own }: Task) => own.some(({ role }) => role === 'lead');
const dueBy = (year: number, basis: string) =>
  tasks.filter(({ deadline }) => deadline?.date === `${year}-12-31` && deadline.basis === basis).length;

describe('plan.json', () => {
  test('holds 65 tasks, 8 blocks and 41 measures, each task under one measure', () => {
    expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 65 }, (_, index) => index + 1));
    expect(plan.sections).toHaveLength(8);
    const measures = plan.sections.flatMap((section) => section.measures);
    expect(measures.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    expect(measures.flatMap((measure) => measure.tasks)).toEqual(tasks.map(({ number }) => number));
  });

  test.each(tasks)('task $number stands in the seed to the character', (task) => {
    const [first = 0, last = 0] = task.sourceLines;
    const received = lines.slice(first - 1, last).join('\n');
    const start = `${task.number})`;
    expect(received.startsWith(start + task.sourceText)).toBe(true);
    // Only the heading of the next measure may stand behind it in its line.
    expect(received.slice(start.length + task.sourceText.length)).toMatch(/^(?:\d+\. ?\P{P}+)?$/u);
    expect(task.sourceText.endsWith(')')).toBe(true);
  });

  test.each(tasks)(
    'task $number: shown text and clause together are the source in full-width marks',
    (task) => {
      const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
      expect(letters(task.text + task.duty)).toBe(letters(task.sourceText));
      expect(task.duty).toMatch(/^（.*）$/);
      expect(task.sentences.map((sentence) => sentence.text).join('')).toBe(task.text.replaceAll('\n', ''));
    },
  );

  test.each(tasks)('task $number: title, units and roles are words of its text', (task) => {
    expect(task.text).toContain(task.title);
    let at = 0;
    for (const { id, name, role } of task.units) {
      const place = task.duty.indexOf(name, at);
      expect(place, name).toBeGreaterThanOrEqual(at);
      at = place + name.length;
      const words = /牵头|按职责分[别工]负责|负责|配合/.exec(task.duty.slice(at))?.[0] ?? '';
      expect(role, `${name}…${words}`).toBe(ROLES[words]);
      expect(units.find((unit) => unit.id === id)?.name).toBe(name);
    }
    const bare = task.units.reduce((rest, { name }) => rest.replace(name, ''), task.duty);
    expect(bare).toMatch(BARE_CLAUSE);
    expect(task.openEnded).toBe(task.duty.includes('等有关部门'));
  });

  test.each(tasks)('task $number: deadline', ({ duty, deadline }) => {
    const year = /(\d{4})年年?底前完成/.exec(duty)?.[1];
    expect(deadline).toMatchObject(
      year === undefined ? { date: '2019-12-31', basis: 'general' } : { date: `${year}-12-31`, basis: 'own' },
    );
  });

  test('counts what the source says', () => {
    expect([dueBy(2017, 'own'), dueBy(2018, 'own'), dueBy(2019, 'own')]).toEqual([17, 16, 1]);
    expect(dueBy(2019, 'general')).toBe(31);
    expect(tasks.filter(hasLead)).toHaveLength(41);
    expect(tasks.filter(({ openEnded }) => openEnded)).toHaveLength(26);
  });

  test('has registered units and documents only, and corrections that stand in the seed', () => {
    const known = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
    for (const task of tasks) {
      expect(task.units.filter(({ id }) => !known(units).has(id))).toEqual([]);
      expect(task.documents.filter((id) => !known(documents).has(id))).toEqual([]);
    }
    for (const { line, received } of corrections) expect(lines[line - 1]?.split(received)).toHaveLength(2);
  });

  test('names the seed and gives every address with its base path', () => {
    expect(plan.source).toMatchObject({ file: seedFile, sha256: sha256(seedBytes) });
    expect(plan.url).toBe(published('/'));
    for (const { number, url } of tasks) expect(url).toBe(published(`/tasks/${number}/`));
    for (const { id, url } of units) expect(url).toBe(published(`/units/${id}/`));
  });
});

describe('tables', () => {
  const table = (name: string) =>
    parse(read(`data/${name}.csv`), { bom: true, columns: true, record_delimiter: '\r\n' }).map((row) =>
      Object.fromEntries(
        Object.entries(row as Record<string, string>).map(([key, cell]) => [key, cellText(cell)]),
      ),
    );
  const join = (values: (string | number)[]) => values.join('; ');
  const named = (task: Task, role: string) =>
    join(task.units.filter((unit) => unit.role === role).map(({ name }) => name));

  test.each(['tasks', 'units', 'documents', 'corrections'])(
    '%s.csv begins with a byte-order mark',
    (name) => {
      expect(read(`data/${name}.csv`).charCodeAt(0)).toBe(0xfeff);
    },
  );

  test('tasks.csv agrees with plan.json', () => {
    const measures = plan.sections.flatMap((section) => section.measures);
    expect(table('tasks')).toEqual(
      tasks.map((task) => ({
        number: String(task.number),
        title: task.title,
        url: task.url,
        section: String(task.section),
        sectionTitle: plan.sections.find(({ number }) => number === task.section)?.title,
        measure: String(task.measure),
        measureTitle: measures.find(({ number }) => number === task.measure)?.title,
        sourceText: task.sourceText,
        firstLine: String(task.sourceLines[0]),
        lastLine: String(task.sourceLines[1]),
        text: task.text,
        duty: task.duty,
        lead: named(task, 'lead'),
        sole: named(task, 'sole'),
        joint: named(task, 'joint'),
        support: named(task, 'support'),
        openEnded: String(task.openEnded),
        deadlineDate: task.deadline?.date,
        deadlineBasis: task.deadline?.basis,
        deadlineWords: task.deadline?.words,
        documents: join(task.documents),
        with: named(task, 'with'),
        deadlines: join(task.deadlines.map(({ date }) => date)),
        standing: join(task.standing.map(({ words }) => words)),
      })),
    );
  });

  test('units.csv agrees with plan.json', () => {
    const numbers = (id: string, role: string) =>
      join(
        tasks
          .filter((task) => task.units.some((unit) => unit.id === id && unit.role === role))
          .map((task) => task.number),
      );
    expect(table('units')).toEqual(
      units.map(({ id, name, kind, aliases, url, aliasesInPlan }) => ({
        ...{ id, name, kind, url, aliases: join(aliases), aliasesInPlan: join(aliasesInPlan) },
        ...{ lead: numbers(id, 'lead'), sole: numbers(id, 'sole') },
        ...{ joint: numbers(id, 'joint'), support: numbers(id, 'support'), with: numbers(id, 'with') },
      })),
    );
  });

  test('documents.csv agrees with plan.json', () => {
    expect(table('documents')).toEqual(
      documents.map(({ id, title, number = '', relation, url, lines: places }) => ({
        ...{ id, title, number, relation, url, lines: join(places) },
        tasks: join(tasks.filter((task) => task.documents.includes(id)).map((task) => task.number)),
      })),
    );
  });

  test('corrections.csv agrees with plan.json', () => {
    expect(table('corrections')).toEqual(
      corrections.map(({ suspected = '', ...one }) => ({
        ...one,
        suspected,
        line: String(one.line),
        id: String(one.id),
      })),
    );
  });
});

test('/data/ tells size and checksum of every file as published', () => {
  const shown = text(pageAt('data/index.html').document);
  const own = [...files].filter(
    (file) => (file.startsWith('data/') && !file.endsWith('.html')) || file === 'feed.xml',
  );
  expect(own).toHaveLength(12 + tasks.length + units.length);
  for (const file of own) {
    const bytes = readBytes(file);
    expect(shown, file).toContain(sha256(bytes));
    expect(shown, file).toContain(String(bytes.length));
  }
});

test('/data/ begins with what most people want, and folds the checksums', () => {
  const all = [...elements(pageAt('data/index.html').document)];
  const names = all.filter(({ tagName }) => tagName === 'h3').map((one) => text(one).trim());
  expect(names.slice(0, 3)).toEqual(['tasks.csv', 'plan-data.zip', 'offline.html']);
  const folded = all
    .filter(({ tagName }) => tagName === 'details')
    .map(text)
    .join();
  const shown = all.filter(({ tagName }) => tagName === 'code').map(text);
  const sums = shown.filter((one) => /^[0-9a-f]{64}$/.test(one.trim()));
  expect(sums.length).toBeGreaterThan(10);
  for (const sum of sums) expect(folded).toContain(sum);
});

describe('feed.xml', () => {
  const xml = read('feed.xml');
  const entries = xml.match(/<entry>[^]*?<\/entry>/g) ?? [];
  const all = (pattern: RegExp, within = xml) => [...within.matchAll(pattern)].map(([, value = '']) => value);

  test('is well-formed', () => {
    expect(wellFormed(xml)).toBe('');
    for (const wrong of [
      '<a><b></a></b>',
      '<a>',
      '<a>&nbsp;</a>',
      '<a b="<"/>',
      '<a b=c/>',
      '<a/><b/>',
      '<a>\u0001</a>',
    ]) {
      expect(wellFormed(wrong), wrong).not.toBe('');
    }
  });

  test('is an Atom feed with an entry for each task and each correction', () => {
    expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(entries).toHaveLength(tasks.length + corrections.length);
    const head = xml.slice(0, xml.indexOf('<entry>'));
    for (const part of [head, ...entries]) {
      for (const name of ['id', 'title', 'updated']) {
        expect(all(new RegExp(`<(${name})>[^<]+</${name}>`, 'g'), part), part).toHaveLength(1);
      }
      expect(all(/<author><name>([^<]+)<\/name><\/author>/g, part)).toHaveLength(1);
      expect(all(/<link rel="alternate" type="text\/html" href="([^"]+)"\/>/g, part)).toHaveLength(1);
      expect(all(/<updated>(.*?)<\/updated>/g, part)).toEqual([plan.published]);
    }
    const found = all(/<id>(.*?)<\/id>/g);
    expect(new Set(found).size).toBe(found.length);
    expect(head.includes('rel="self"')).toBe(process.env.SITE_URL !== undefined);
  });

  test('leads to the tasks', () => {
    for (const [index, { url, text: words, duty }] of tasks.entries()) {
      expect(entries[index]).toContain(`href="${url}"`);
      expect(unescape(entries[index] ?? '')).toContain(words + duty);
    }
  });
});

function unescape(xml: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return xml.replace(/&(\w+);/g, (entity, name: string) => signs[name] ?? entity);
}

/** What is not well-formed about an XML text without comments and sections; empty where nothing is. */
function wellFormed(xml: string): string {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body))
    return 'a character XML does not allow';
  const open: string[] = [];
  let roots = 0;
  const tag = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
  const words = /[^<]+/y;
  for (let at = 0; at < body.length;) {
    tag.lastIndex = words.lastIndex = at;
    const [whole, closing, name = '', attributes = '', empty] = tag.exec(body) ?? [];
    const between = whole === undefined ? words.exec(body)?.[0] : undefined;
    const piece = whole ?? between;
    if (piece === undefined) return `no tag at ${body.slice(at, at + 30)}`;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(between ?? attributes))
      return `a bare & in ${piece}`;
    if (between !== undefined && open.length === 0 && between.trim() !== '')
      return `text outside: ${between}`;
    if (whole !== undefined) {
      if (closing === '/' && open.pop() !== name) return `${whole} closes nothing`;
      if (closing !== '/' && open.length === 0 && ++roots > 1) return `a second root ${whole}`;
      if (closing !== '/' && empty !== '/') open.push(name);
    }
    at += piece.length;
  }
  return open.length === 0 && roots === 1 ? '' : `never closed: ${open.join(', ')}`;
}
