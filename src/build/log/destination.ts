/**
 * Where the lines of a build go (`logger` in astro.config.mjs): what this site counts, and every warning and error. What Astro
 * and Vite say of each file is left out, unless --verbose asks for everything.
 */
import type { Writable } from 'node:stream';
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import toConsole from 'astro/logger/node';
import yoctoSpinner from 'yocto-spinner';
import { LABEL, PROGRESS } from './labels.ts';

/** A build that is over sooner has no line that moves. */
const PATIENCE = 2000;

interface Options {
  verbose?: boolean;
  /** The terminal. */
  stream?: Writable & { isTTY?: boolean };
  lines?: AstroLoggerDestination;
}

/** Astro's words for each file that a worker thread writes (build/pages/), with the control characters around them. */
const NOT_BY_ASTRO = / \S*\(file not created, response body was empty\)\S*/;

/** Astro's words before an error of a hook, which it prints as every other one. */
const BEFORE_ERROR = 'An unhandled error occurred while running the ';

/** Called by Astro. A message labelled as progress is shown in one line of a terminal until the next; an empty one ends it. */
export default function destination({
  verbose = false,
  stream = process.stderr,
  lines = toConsole(),
}: Options = {}): AstroLoggerDestination {
  const start = performance.now();
  const spinner = yoctoSpinner({ stream });
  const progress = (message: string) => {
    // Anywhere but on a terminal each change would be a line of its own.
    if (!stream.isTTY || performance.now() - start < PATIENCE) return;
    if (message === '') spinner.stop();
    else if (spinner.isSpinning) spinner.text = message;
    else spinner.start(message);
  };
  return {
    write: (event: AstroLoggerMessage) => {
      if (event.label === PROGRESS) progress(event.message);
      else if (!verbose && event.message.startsWith(BEFORE_ERROR)) return;
      else if (verbose || event.label === LABEL || event.level === 'warn' || event.level === 'error')
        lines.write({ ...event, message: event.message.replace(NOT_BY_ASTRO, '') });
    },
  };
}
