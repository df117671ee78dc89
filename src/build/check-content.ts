/** Before anything is built: the whole content is checked, and all findings are shown at once. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { formatFindings, planOf } from '../content-files/read.ts';

/** Stops the build on findings; in dev it restarts when a file of content/ changes, since the plan is read once. */
export function checkContent(root = process.env.PLAN_DIR ?? process.cwd()): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, addWatchFile }) => {
        if (command === 'dev') {
          const content = join(root, 'content');
          for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' }))
            addWatchFile(join(content, file));
        }
        const { findings } = planOf(root, { readAgain: true });
        if (findings.length === 0) return;
        throw new Error(
          `${findings.length} findings in the content; nothing was built.\n\n${formatFindings(findings)}\n`,
        );
      },
    },
  };
}
