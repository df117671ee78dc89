/** What whoever builds gets to see. */
import { PassThrough } from 'node:stream';
import type { AstroLoggerMessage } from 'astro';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import destination from '../../../src/build/log/destination.ts';

let printed: string[];
/** What is written to a terminal, or to what is none. */
let shown: string;
const lines = { write: ({ message }: AstroLoggerMessage) => void printed.push(message) };
function terminal(isTTY: boolean) {
  const stream = new PassThrough().on('data', (text: Buffer) => (shown += text.toString()));
  const moves = { cursorTo: () => true, moveCursor: () => true, clearLine: () => true };
  return Object.assign(stream, moves, { isTTY, columns: 80 });
}
const say = (label: string | null, message: string, level: AstroLoggerMessage['level'] = 'info') => ({
  ...{ label, message, level, newLine: true },
});

beforeEach(() => {
  printed = [];
  shown = '';
  vi.stubEnv('CI', undefined);
  vi.stubEnv('TERM', 'xterm');
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('of what Astro says of each file nothing is printed; warnings, errors and counts always are', () => {
  const { write } = destination({ stream: terminal(true), lines });
  write(say(null, '├─ /tasks/1/index.html'));
  write(say('SKIP_FORMAT', '(+3ms)'));
  write(say('vite', 'built in 1 s'));
  write(say('vite', 'too large', 'warn'));
  write(say('build', 'broken', 'error'));
  write(say('site', '148 pages'));
  expect(printed).toEqual(['too large', 'broken', '148 pages']);
});

test('with --verbose everything is printed', () => {
  const { write } = destination({ verbose: true, stream: terminal(false), lines });
  write(say(null, '├─ /tasks/1/index.html'));
  // Worker threads write the files.
  write(say('SKIP_FORMAT', ' (+3ms) \u001B[33m(file not created, response body was empty)\u001B[39m'));
  expect(printed).toEqual(['├─ /tasks/1/index.html', ' (+3ms)']);
});

test('a terminal shows how far a build is once it takes longer than two seconds', () => {
  const { write } = destination({ stream: terminal(true), lines });
  write(say('progress', '1 of 400'));
  expect(shown).toBe('');
  vi.advanceTimersByTime(2001);
  write(say('progress', '200 of 400'));
  vi.advanceTimersByTime(200);
  write(say('progress', '300 of 400'));
  vi.advanceTimersByTime(200);
  expect(shown).toContain('200 of 400');
  expect(shown).toContain('300 of 400');
  write(say('progress', ''));
  shown = '';
  vi.advanceTimersByTime(1000);
  expect(shown).toBe('');
  expect(printed).toEqual([]);
});

test('a file or a program that reads gets no line that moves', () => {
  const { write } = destination({ stream: terminal(false), lines });
  vi.advanceTimersByTime(5000);
  write(say('progress', '200 of 400'));
  vi.advanceTimersByTime(1000);
  expect([shown, printed]).toEqual(['', []]);
});
