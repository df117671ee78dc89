/** The colours of every mode against the ratios that tokens.css promises. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colour, contrast, grounds, inks, modes } from '../../../src/styles/read-tokens.ts';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

test('contrast is computed as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.for(modes)('$theme, large print $large: what is written can be read on every ground', (mode) => {
  const weak = grounds.flatMap((ground) =>
    Object.entries(inks)
      .map(([ink, needed]) => ({
        ink,
        needed,
        ratio: contrast(colour(css, ink, mode), colour(css, ground, mode)),
      }))
      .filter(({ ink, ratio, needed }) => ratio < needed && !(ink === '--edge' && ground === '--mark'))
      .map(({ ink, needed, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}, needs ${needed}`),
  );
  expect(weak).toEqual([]);
});

test('large print has a stronger contrast than the standard size', () => {
  for (const theme of ['light', 'dark'] as const) {
    const ratio = (large: boolean) =>
      contrast(colour(css, '--ink', { theme, large }), colour(css, '--paper', { theme, large }));
    expect(ratio(true)).toBeGreaterThan(ratio(false));
  }
});

test('what is written on a filled ground can be read', () => {
  for (const mode of modes) {
    expect(contrast(colour(css, '--paper', mode), colour(css, '--accent', mode))).toBeGreaterThanOrEqual(4.5);
  }
});
