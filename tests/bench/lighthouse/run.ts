/** `npm run lighthouse`: what Lighthouse says of every kind of page, on its simulated slow telephone. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { openSite } from '../../support/browser.ts';
import { pageKinds } from '../../support/kinds.ts';

/** What is used of it: installed only where this is run, so that its own types are not there otherwise. */
interface Lighthouse {
  default: (
    url: string,
    flags: object,
  ) => Promise<
    | {
        lhr: {
          categories: Record<
            string,
            { id: string; score: number | null; auditRefs: { id: string; weight: number }[] }
          >;
          audits: Record<string, { score: number | null; displayValue?: string }>;
        };
      }
    | undefined
  >;
}
const { default: lighthouse } = (await import(import.meta.resolve('lighthouse'))) as Lighthouse;

const port = 9223;
const goals: Record<string, number> = {
  performance: 99,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};
const site = await openSite({ args: [`--remote-debugging-port=${port}`] });
// The server of the tests does not compress; every server that is worth measuring does.
const compressing = createServer((request, response) => void passOn(request.url ?? '/', response));
await new Promise<void>((listening) => compressing.listen(0, '127.0.0.1', listening));
const { port: open } = compressing.address() as AddressInfo;
const [only = ''] = process.argv.slice(2);
let missed = 0;

async function passOn(address: string, response: ServerResponse): Promise<void> {
  const from = await fetch(new URL(address, site.url('/')));
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const body = await promisify(brotliCompress)(Buffer.from(await from.arrayBuffer()), options);
  const type = from.headers.get('content-type') ?? '';
  response.writeHead(from.status, { 'Content-Type': type, 'Content-Encoding': 'br' }).end(body);
}

for (const address of pageKinds().filter((one) => one.includes(only) && !one.includes('?'))) {
  const url = new URL(site.url(address));
  url.host = `127.0.0.1:${open}`;
  const result = await lighthouse(url.href, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: Object.keys(goals),
    skipAudits: ['is-on-https', 'redirects-http'],
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${address}.`);
  const { categories, audits } = result.lhr;
  const scores = Object.entries(goals).map(([name, goal]) => {
    const score = Math.round((categories[name]?.score ?? 0) * 100);
    if (score < goal) missed++;
    return `${name} ${score}${score < goal ? ` (goal ${goal})` : ''}`;
  });
  console.log(`${address}  ${scores.join(', ')}`);
  for (const category of Object.values(categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = audits[id];
      if (weight > 0 && audit && audit.score !== null && audit.score < 0.9) {
        console.log(`    ${category.id}: ${id} ${audit.displayValue ?? ''}`);
      }
    }
  }
}
compressing.close();
await site.close();
if (missed > 0) process.exitCode = 1;
