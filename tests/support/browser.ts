/** A real browser on the built site, for every test in this folder. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { serve } from '../../src/cli/serve.ts';
import { base, dist } from './built-folder.ts';
import { startNginx } from './nginx.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page together with what went wrong on it so far. */
export interface WatchedPage {
  page: Page;
  /** Console errors, uncaught errors, and requests to another host; a sound page has none. */
  problems: string[];
}

/** A site that a server of this machine gives out. */
export interface ServedSite {
  /** The full URL of an address of contracts.md, such as `/tasks/1/`; it adds the base path. */
  url: (address: string) => string;
  /** The same as it leaves the site, in citations: on the site's own host, where that is set. */
  full: (address: string) => string;
  /** Stops the server alone, to see what the site does without one. */
  stopServer: () => Promise<void>;
}

export interface Site extends ServedSite {
  browser: Browser;
  /** Opens a tab in a context of its own: nothing is shared with other tabs, and no worker is kept unless allowed. */
  newPage: (options?: BrowserContextOptions) => Promise<WatchedPage>;
  close: () => Promise<void>;
}

/** Serves dist/, or another folder, by the server that the tests are run with. */
export async function serveSite(dir = dist): Promise<ServedSite> {
  if (!existsSync(dir)) throw new Error('There is no dist/: run once without SKIP_BUILD=1.');
  const start = process.env.SITE_SERVER === 'nginx' ? startNginx : serve;
  const served = await start({ dir, base });
  let stopped: Promise<void> | undefined;
  const url = (address: string) => served.url + address.replace(/^\//, '');
  const { origin } = new URL(served.url);
  return {
    url,
    full: (address) => url(address).replace(origin, process.env.SITE_URL ?? origin),
    stopServer: () => (stopped ??= served.close()),
  };
}

/** Serves a folder and starts Chromium, with further arguments if given; call it in `beforeAll`, and `close` in `afterAll`. */
export async function openSite({ args = [], dir }: { args?: string[]; dir?: string } = {}): Promise<Site> {
  const served = await serveSite(dir);
  const browser = await launch(args).catch(async (error: unknown) => {
    await served.stopServer();
    throw error;
  });
  return {
    ...served,
    browser,
    newPage: async (options) => {
      const context = await browser.newContext({ serviceWorkers: 'block', ...options });
      return watch(await context.newPage(), served.url('/'));
    },
    close: async () => {
      await browser.close();
      await served.stopServer();
    },
  };
}

function watch(page: Page, siteUrl: string): WatchedPage {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== new URL(siteUrl).origin) {
      problems.push(`request to another host: ${url.href}`);
    } else if (url.protocol !== 'data:' && url.protocol !== 'blob:' && !url.href.startsWith(siteUrl))
      problems.push(`request to another path: ${url.href}`);
  });
  return { page, problems };
}

/** `CHROMIUM_PATH` if set; on Linux x64 the Chromium that npm brought; elsewhere an installed Chrome. */
export async function launch(more: string[] = []): Promise<Browser> {
  const args = [
    ...more,
    '--disable-background-networking',
    '--disable-domain-reliability',
    '--no-pings',
    '--no-sandbox',
  ];
  const executablePath = process.env.CHROMIUM_PATH;
  if (executablePath !== undefined) return chromium.launch({ executablePath, args });
  if (isLinux) {
    return chromium.launch({ ...bundledChromium(), args });
  }
  return chromium.launch({ channel: 'chrome', args }).catch((error: unknown) => {
    throw new Error('No Chrome found: install one, or set CHROMIUM_PATH to a Chromium.', { cause: error });
  });
}

/** Whether this machine runs the Chromiums that npm brings. */
export const isLinux = process.platform === 'linux' && process.arch === 'x64';

/** Finds or unpacks @sparticuz/chromium; `env` leads it to the libraries and fonts that came with it. */
export function bundledChromium(): { executablePath: string; env: NodeJS.ProcessEnv } {
  const manifest = readFileSync(`${root}/node_modules/@sparticuz/chromium/package.json`, 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const dir = `${root}/node_modules/.chromium-${version}`;
  if (!existsSync(dir)) unpackChromium(dir);
  const fonts = `${dir}/fonts-chinese.conf`;
  // Written anew by each test file and put in place at once, so that none reads half of it.
  writeFileSync(`${fonts}.${process.pid}`, fontsConf(dir));
  renameSync(`${fonts}.${process.pid}`, fonts);
  const libraries = [`${dir}/al2023/lib`, process.env.LD_LIBRARY_PATH ?? ''].filter((path) => path !== '');
  const env = { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: fonts };
  return { executablePath: `${dir}/chromium`, env: { ...process.env, ...env } };
}

/** Test files run side by side: each unpacks into a place of its own, and the first to finish names it `dir`. */
function unpackChromium(dir: string): void {
  const own = mkdtempSync(`${dir}-`);
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  // The package unpacks into TMPDIR, and brings system libraries (libnss3 …) only where it takes this for AWS.
  const env = { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env });
    renameSync(own, dir);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(dir)) throw error;
  }
}

/** The machine's fonts where it has any, the Latin font of the package, and a Chinese one, so that there is always text to see. */
function fontsConf(dir: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${dir}/fonts</dir>
  <dir>${root}/node_modules/@expo-google-fonts/noto-sans-sc/400Regular</dir>
  <dir>${root}/node_modules/@expo-google-fonts/noto-sans-sc/700Bold</dir>
  <cachedir>${dir}/fonts-cache</cachedir>
</fontconfig>
`;
}
