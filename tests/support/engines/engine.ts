/** What the tests of old and other browsers ask of each of them; each speaks a protocol of its own. */

/** Keys that have no character, as WebDriver names them. */
export const KEYS = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', ArrowDown: '\uE015' };

export interface Tab {
  /** Opens an address and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** Evaluates an expression of a promise of a string. */
  evaluate(expression: string): Promise<string>;
  /** Presses and releases each key: a character, or one of KEYS. */
  press(keys: string): Promise<void>;
  /** Presses and releases the mouse. */
  click(x: number, y: number): Promise<void>;
  /** The text that the browser copies of what is selected. */
  copy(): Promise<string>;
  /** The page as a PDF file; undefined where the browser cannot be asked for it. */
  print(): Promise<Buffer | undefined>;
  /** Errors of the console so far. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** What has to be done to have it; undefined where it is there. */
  missing?: string | undefined;
  launch: () => Promise<Tab>;
}

type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json };

/** Runs a function in the page; what it needs is handed over, and what it returns comes back, as JSON. */
export async function run<Result, Given extends Json[]>(
  tab: Tab,
  body: (...given: Given) => Result,
  ...given: Given
): Promise<Awaited<Result>> {
  const call = `(${body.toString()})(...${JSON.stringify(given)})`;
  return JSON.parse(
    await tab.evaluate(`(async () => JSON.stringify((await ${call}) ?? null))()`),
  ) as Awaited<Result>;
}

/** Keys and the mouse as both editions of WebDriver describe them. */
export const keyActions = (keys: string) => ({
  type: 'key',
  id: 'keys',
  actions: [...keys].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]),
});
export const mouseActions = (x: number, y: number) => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
});

/** In today's browsers a selection says what is copied of it. */
export const selectedText = (tab: Tab) => run(tab, () => getSelection()?.toString() ?? '');
