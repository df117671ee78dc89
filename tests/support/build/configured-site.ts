/**
 * Global setup of the projects that read the site as an office sets it up: a host, a path, issued marks, an address
 * that has moved, files compressed for the server. Built once a run; `SKIP_BUILD=1` takes what is there.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { compress } from '../../../src/cli/compress.ts';
import { buildSite } from './build-site.ts';
import { configured, folder, proof, words } from './configured.ts';

const done = 'CONFIGURED_SITE_BUILT_FOR_TESTS';

const site = {
  name: '钦南法治',
  code: 'bm01000001',
  host: '某某办公室',
  // What editors may write freely is hostile here: each page and each test has to live with it.
  operator: Object.values(words).join(' '),
  contact: [{ text: '0777-0000000' }, { text: words.script, url: 'https://example.gov.cn/?"><b>&amp;' }],
  report: 'https://example.gov.cn/jiucuo',
  icp: { text: '某ICP备00000000号', url: 'https://beian.example.gov.cn/' },
  security: { contact: 'mailto:anquan@example.gov.cn', expires: '2027-07-01T00:00:00+08:00' },
};

/** A plan that followed, in hostile words on one line, as the schema demands. */
const successor = {
  title: `后续方案（2021—2025年）${Object.values(words)
    .join(' ')
    .replace(/[\r\n]+/g, ' ')
    .trim()}`,
  url: 'https://xin.example.gov.cn/2021/?a="><b>&c=d',
  source: (words.script ?? '').replace(/[\r\n]+/g, ' ').trim(),
};

/** Pagefind drops what is not seen, so that the two searches would not show the same. */
const shown = Object.fromEntries(
  Object.entries(words).filter(([name]) => name !== 'turned round' && name !== 'invisible'),
);

const progress = {
  task: 3,
  date: '2018-01-01',
  statement: Object.values(words).join(' '),
  source: {
    title: words['event handler'],
    publisher: words['end of elements'],
    url: 'https://example.gov.cn/a?b=<c>&d="e"',
  },
};

/** Called by vitest once for each project that needs it. */
export default async function buildConfiguredSite(): Promise<void> {
  if (process.env[done] === '1' || (process.env.SKIP_BUILD === '1' && existsSync(configured.dist))) return;
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['content', 'seeds']) cpSync(part, join(folder, part), { recursive: true });
  const change = (file: string, to: (text: string) => string) => {
    writeFileSync(join(folder, file), to(readFileSync(join(folder, file), 'utf8')));
  };
  change('content/plan.yaml', (text) => text + stringify({ site, successor }));
  change('content/units.yaml', (text) => {
    const units = parse(text) as { aliases?: string[] }[];
    for (const unit of units.slice(0, 1)) unit.aliases = [...(unit.aliases ?? []), ...Object.values(shown)];
    return stringify(units);
  });
  change('content/corrections.yaml', (text) => {
    const corrections = parse(text) as { reason: string }[];
    for (const [index, word] of Object.values(shown).entries()) {
      const correction = corrections[index];
      if (correction) correction.reason += word;
    }
    return stringify(corrections);
  });
  mkdirSync(join(folder, 'public'));
  writeFileSync(join(folder, 'public', proof.file), proof.text);
  mkdirSync(join(folder, 'content/progress'), { recursive: true });
  writeFileSync(join(folder, 'content/progress/hostile.yaml'), stringify(progress));
  writeFileSync(
    join(folder, 'content/redirects.yaml'),
    '- from: /units/qu-jiu-ming/\n  to: /units/qu-fazhi-ban/\n- from: /old/one/\n  to: /tasks/1/#s1\n',
  );
  await buildSite({
    plan: folder,
    outDir: configured.dist,
    env: {
      SITE_URL: configured.host,
      BASE_PATH: configured.base,
      // Names that Astro takes for its own; another program of the machine may have set them.
      SITE: 'https://elsewhere.example',
      BASE_URL: '/elsewhere/',
    },
  });
  await compress(configured.dist);
  process.env[done] = '1';
}
