/** The installed WebKit (WebKitGTK's MiniBrowser), by WebDriver, on a screen of its own that nobody sees. */
import { freePort } from '../nginx.ts';
import { keyActions, mouseActions, run, selectedText, type Tab } from './engine.ts';
import { start } from './process.ts';

const STEP = 50;

export async function launchWebkit(): Promise<Tab> {
  const screen = await start(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    /^(\d+)\n/,
  );
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${screen.found}` };
  const driver = await start('WebKitWebDriver', [`--port=${port}`], undefined, env);

  async function ask<Value>(method: string, path: string, body?: object): Promise<Value> {
    const sent = body ? JSON.stringify(body) : null;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: sent });
    const { value } = (await response.json()) as { value: Value };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  }

  const isReady = () => ask('GET', '/status').catch(() => false);
  while ((await isReady()) === false) await new Promise((resolve) => setTimeout(resolve, STEP));
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation'] } } },
  });
  const session = `/session/${sessionId}`;
  const perform = (action: object) => ask<unknown>('POST', `${session}/actions`, { actions: [action] });
  await ask('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 1000 });
  const tab: Tab = {
    async open(url) {
      await ask('POST', `${session}/url`, { url });
      // WebDriver has no console: what went wrong before the page had loaded is not heard.
      await run(tab, () => {
        const problems: string[] = [];
        Object.assign(window, { problems });
        addEventListener('error', ({ message }) => problems.push(message));
        addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
      });
    },
    problems: () => run(tab, () => (window as unknown as { problems?: string[] }).problems ?? []),
    async evaluate(expression) {
      const script = `const done = arguments[arguments.length - 1];
        ${expression}.then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const asked = { script, args: [] };
      const answer = await ask<{ value: string; error?: string }>('POST', `${session}/execute/async`, asked);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    async press(keys) {
      await perform(keyActions(keys));
    },
    async click(x, y) {
      await perform(mouseActions(x, y));
    },
    copy: () => selectedText(tab),
    print: () => Promise.resolve(undefined),
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      await driver.stop();
      await screen.stop();
    },
  };
  return tab;
}
