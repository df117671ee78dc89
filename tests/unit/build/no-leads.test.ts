/** A column of the matrix says something: where the plan names nobody who leads, none counts leads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFile } from '../../../src/import/import-plan.ts';
import { buildSite } from '../../support/build/build-site.ts';
import { emptyFolder, root } from '../../support/helpers.ts';

test('the matrix of a plan without leading units has no column of zeros', async () => {
  const [plan, outDir] = [emptyFolder(), emptyFolder()];
  expect(importFile(join(root, 'tests/plans/deadlines.txt'), plan).findings).toEqual([]);
  await buildSite({ plan, outDir });
  for (const file of ['matrix/index.html', 'matrix/deadlines.svg']) {
    const words = readFileSync(join(outDir, file), 'utf8');
    expect(words).toContain('合计');
    expect(words).not.toContain('其中牵头');
  }
}, 120_000);
