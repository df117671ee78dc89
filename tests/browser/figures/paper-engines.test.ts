/** A task on paper, from every browser that can be asked for a PDF. */
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite, type ServedSite } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';
import { installedEngines } from '../../support/engines/index.ts';

const plan = planOfSite();
const [shortest] = [...plan.tasks].sort((a, b) => a.text.length - b.text.length);

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.stopServer());

/** The pages of a PDF file, whose objects may be compressed. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\/ObjStm\b[^]*?stream\r?\n([^]*?)endstream/g)].map(([, packed = '']) =>
    inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'),
  );
  return [text, ...streams].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test.for(installedEngines)('in $name a task is printed on one page', async (engine, { skip }) => {
  const tab = await engine.launch();
  await tab.open(site.url(`/tasks/${shortest?.number ?? 1}/`));
  const printed = await tab.print();
  await tab.close();
  if (!printed) skip('cannot be asked for a PDF');
  else expect(pagesOf(printed)).toBe(1);
});
