/** The installed Firefox, by WebDriver BiDi. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyActions, mouseActions, selectedText, type Tab } from './engine.ts';
import { start } from './process.ts';
import { connect } from './socket.ts';

export async function launchFirefox(): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const { found, stop } = await start(
    'firefox',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    /WebDriver BiDi listening on (\S+)/,
  );
  const problems: string[] = [];
  const { send, close } = await connect(`${found}/session`, (method, { level, text }) => {
    if (method === 'log.entryAdded' && level === 'error') problems.push(String(text));
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { context } = await send<{ context: string }>('browsingContext.create', { type: 'window' });
  await send('browsingContext.setViewport', { context, viewport: { width: 1280, height: 900 } });
  const tab: Tab = {
    problems: () => Promise.resolve(problems),
    async open(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression) {
      const asked = { expression, awaitPromise: true, target: { context } };
      const answer = await send<{ result?: { value: string }; exceptionDetails?: { text: string } }>(
        'script.evaluate',
        asked,
      );
      if (!answer.result) throw new Error(answer.exceptionDetails?.text);
      return answer.result.value;
    },
    async press(keys) {
      await send('input.performActions', { context, actions: [keyActions(keys)] });
    },
    async click(x, y) {
      await send('input.performActions', { context, actions: [mouseActions(x, y)] });
    },
    copy: () => selectedText(tab),
    async print() {
      const { data } = await send<{ data: string }>('browsingContext.print', { context });
      return Buffer.from(data, 'base64');
    },
    async close() {
      await send('browser.close', {}).catch(() => undefined);
      close();
      await stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return tab;
}
