/** The contrast of the colours of every mode, as tokens.css promises it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colour, contrast, modes } from '../../../src/styles/read-tokens.ts';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** Backgrounds, and the colours of text and edges on them with the contrast that each needs (WCAG 1.4.3, 1.4.6, 1.4.11). */
const backgrounds = ['--paper', '--surface', '--mark'];
const inks: Record<string, number> = {
  '--ink': 7,
  '--ink-2': 4.5,
  '--accent': 4.5,
  '--accent-2': 4.5,
  '--edge': 3,
};

test('contrast is computed as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.for(modes)('$theme, large print $large: text is readable on every background', (mode) => {
  const weak = backgrounds.flatMap((background) =>
    Object.entries(inks)
      .map(([ink, needed]) => ({
        ink,
        needed,
        ratio: contrast(colour(css, ink, mode), colour(css, background, mode)),
      }))
      .filter(({ ink, ratio, needed }) => ratio < needed && !(ink === '--edge' && background === '--mark'))
      .map(({ ink, needed, ratio }) => `${ink} on ${background}: ${ratio.toFixed(2)}, needs ${needed}`),
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

test('text on a filled background is readable', () => {
  for (const mode of modes) {
    expect(contrast(colour(css, '--paper', mode), colour(css, '--accent', mode))).toBeGreaterThanOrEqual(4.5);
  }
});
