/** The browsers in which tests/browser/engines.test.ts runs, and what has to be installed for those that are missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { bundledChromium, isLinux } from '../browser.ts';
import { launchChromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { oldChromium, versions } from './old-chromium.ts';
import { launchWebkit } from './webkit.ts';

const installed = (...programs: string[]) =>
  programs.every((program) => spawnSync('which', [program]).status === 0);
const unless = (there: boolean, remedy: string) => (there ? undefined : remedy);

export const engines: Engine[] = [
  ...versions.map((version) => ({
    name: `Chromium ${version}`,
    missing: unless(isLinux && existsSync(oldChromium(version)), 'npm run engines (Linux x64)'),
    launch: () => launchChromium(oldChromium(version), bundledChromium().env),
  })),
  {
    name: 'Chromium of today',
    missing: unless(isLinux, 'Linux x64'),
    launch: () => {
      const { executablePath, env } = bundledChromium();
      return launchChromium(executablePath, env);
    },
  },
  {
    name: 'Firefox',
    missing: unless(installed('firefox'), 'apt install firefox-esr'),
    launch: launchFirefox,
  },
  {
    name: 'WebKit',
    missing: unless(installed('WebKitWebDriver', 'Xvfb'), 'apt install webkit2gtk-driver xvfb'),
    launch: launchWebkit,
  },
];

for (const { name, missing } of engines)
  if (missing !== undefined) console.log(`${name} is missing, its tests are SKIPPED: ${missing}`);

/** Those that are installed here. */
export const installedEngines = engines.filter(({ missing }) => missing === undefined);
