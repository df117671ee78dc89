/** Reads tokens.css, for the page that shows the design tokens and for the tests of contrast. */

/** Theme and text size. */
export interface Mode {
  theme: 'light' | 'dark';
  large: boolean;
}

export const modes: Mode[] = [
  { theme: 'light', large: false },
  { theme: 'dark', large: false },
  { theme: 'light', large: true },
  { theme: 'dark', large: true },
];

/** The tokens that one rule of the file sets, by its selector; if a selector occurs twice, the first. */
export function tokensOf(css: string, selector = ':root'): Map<string, string> {
  const plain = css.replace(/\/\*[^]*?\*\//g, '');
  for (const [, head = '', body = ''] of plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    if (head.trim().replace(/\s+/g, ' ') !== selector) continue;
    const pairs = [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)];
    return new Map(pairs.map(([, name = '', value = '']) => [name, value.replace(/\s+/g, ' ')]));
  }
  throw new Error(`tokens.css has no rule for ${selector}.`);
}

/** A colour token in a mode, as #rrggbb. */
export function colour(css: string, name: string, mode: Mode): string {
  const large = mode.large ? tokensOf(css, ':root[data-size], :root[data-contrast]').get(name) : undefined;
  const value = large ?? tokensOf(css).get(name) ?? '';
  const [, light, dark] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value) ?? [];
  const [, other] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
  const found = other === undefined ? (mode.theme === 'dark' ? dark : light) : colour(css, other, mode);
  if (found === undefined)
    throw new Error(`tokens.css: ${name} is no light-dark(#rrggbb, #rrggbb): ${value}`);
  return found;
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
