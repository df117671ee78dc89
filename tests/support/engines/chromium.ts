/** A Chromium of any age, by the DevTools protocol. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS, type Tab } from './engine.ts';
import { start } from './process.ts';
import { connect } from './socket.ts';

const NAMED: Record<string, { key: string; windowsVirtualKeyCode: number; text?: string }> = {
  [KEYS.Enter]: { key: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  [KEYS.Tab]: { key: 'Tab', windowsVirtualKeyCode: 9 },
  [KEYS.Escape]: { key: 'Escape', windowsVirtualKeyCode: 27 },
  [KEYS.ArrowDown]: { key: 'ArrowDown', windowsVirtualKeyCode: 40 },
};

interface Thrown {
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export async function launchChromium(executable: string, env: NodeJS.ProcessEnv): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--remote-debugging-port=0',
  ];
  const { found, stop } = await start(
    executable,
    [...args, '--window-size=1280,900', `--user-data-dir=${profile}`, 'about:blank'],
    /DevTools listening on (\S+)/,
    env,
  );
  const problems: string[] = [];
  let loaded: (() => void) | undefined;
  const { send, close } = await connect(found, (method, params) => {
    if (method === 'Page.loadEventFired') loaded?.();
    const problem = problemOf(method, params);
    if (problem !== undefined) problems.push(problem);
  });
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const ask = <Result>(method: string, params = {}) => send<Result>(method, params, sessionId);
  for (const domain of ['Page', 'Runtime', 'Log']) await ask(`${domain}.enable`);
  async function evaluate(expression: string): Promise<string> {
    const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const answer = await ask<Thrown & { result: { value: string } }>('Runtime.evaluate', asked);
    if (answer.exceptionDetails) throw new Error(wordsOf(answer));
    return answer.result.value;
  }

  await send('Browser.grantPermissions', { permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'] });
  return {
    problems: () => Promise.resolve(problems),
    async open(url) {
      const load = new Promise<void>((resolve) => (loaded = resolve));
      const { errorText } = await ask<{ errorText?: string }>('Page.navigate', { url });
      if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
      await load;
    },
    evaluate,
    async press(keys) {
      for (const one of keys) {
        const key = NAMED[one];
        if (!key) await ask('Input.insertText', { text: one });
        else for (const type of ['keyDown', 'keyUp']) await ask('Input.dispatchKeyEvent', { type, ...key });
      }
    },
    async click(x, y) {
      for (const type of ['mousePressed', 'mouseReleased'])
        await ask('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    copy: () => evaluate(`document.execCommand('copy'); navigator.clipboard.readText()`),
    async print() {
      const { data } = await ask<{ data: string }>('Page.printToPDF', { preferCSSPageSize: true });
      return Buffer.from(data, 'base64');
    },
    async close() {
      close();
      await stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const wordsOf = ({ exceptionDetails }: Thrown) =>
  exceptionDetails?.exception?.description ?? exceptionDetails?.text ?? '';

function problemOf(method: string, params: Record<string, unknown>): string | undefined {
  if (method === 'Runtime.exceptionThrown') return wordsOf(params);
  const { type, args, entry } = params as {
    type?: string;
    args?: unknown;
    entry?: { level: string; text: string };
  };
  if (method === 'Runtime.consoleAPICalled' && type === 'error') return JSON.stringify(args);
  return entry?.level === 'error' ? entry.text : undefined;
}
