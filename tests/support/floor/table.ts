/** What the oldest supported browsers know, from MDN's table of browser compatibility. */
import data, {
  type BrowserName,
  type CompatStatement,
  type Identifier,
} from '@mdn/browser-compat-data' with { type: 'json' };
import { FLOOR } from '../../../src/build/shared/floor.ts';

export const table = data;

/** Something that a built file uses and browsers of the floor lack. */
export interface Lack {
  /** As a list of exceptions names it: `text-wrap`, `:has`, `.replaceChildren`. */
  feature: string;
  browsers: string[];
  /** The words around it. */
  near: string;
}

const NAMES: Record<string, BrowserName> = { ios: 'safari_ios' };

/** chrome83 → ['chrome', 83] */
const floor = FLOOR.map((target): [BrowserName, number] => {
  const [, name = '', version] = /^([a-z]+)([\d.]+)$/.exec(target) ?? [];
  return [NAMES[name] ?? (name as BrowserName), Number(version)];
});

/** The browsers of the floor that lack a feature; none where the table says nothing of it. */
export function lackedBy(feature: Identifier | undefined): string[] {
  const statement = feature?.__compat;
  if (!statement) return [];
  return floor
    .filter(([browser, version]) => !isKnown(statement, browser, version))
    .map(([browser]) => browser);
}

function isKnown({ support }: CompatStatement, browser: BrowserName, version: number): boolean {
  return [support[browser] ?? []].flat().some((one) => {
    if (one.prefix !== undefined || one.alternative_name !== undefined || one.flags !== undefined)
      return false;
    const isGone = one.version_removed !== undefined && numberOf(one.version_removed) <= version;
    return numberOf(one.version_added) <= version && !isGone;
  });
}

/** ≤50: in version 50, and perhaps before; `false` and `preview`: in none. */
function numberOf(version: string | false): number {
  return version === false || version === 'preview' ? Infinity : parseFloat(version.replace('≤', ''));
}

/** The entry of the table at a path, if there is one. */
export function entryAt(from: Identifier | undefined, ...path: string[]): Identifier | undefined {
  return path.reduce<Identifier | undefined>(
    (place, name) => (place && name !== '__compat' && Object.hasOwn(place, name) ? place[name] : undefined),
    from,
  );
}
