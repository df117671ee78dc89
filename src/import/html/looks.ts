/** How words look: in which colour and size, both of which an element takes from those around it. */
import { attributeOf, styleOf, type Element, type InSheets } from './html-styles.ts';

export interface Look {
  /** Without any size. */
  isTiny: boolean;
  color: string | undefined;
  /** The colour behind the words; `picture` where that is not one colour. */
  ground: string | undefined;
}

export const ORDINARY: Look = { isTiny: false, color: undefined, ground: undefined };

/** How the words right in an element look, from how those around it do. */
export function lookOf(element: Element, around: Look, inSheets: InSheets): Look {
  const value = (property: string) => styleOf(element, property) ?? inSheets(element, property);
  const size = value('font-size') ?? value('font');
  const isLink = element.tagName === 'a' && attributeOf(element, 'href') !== undefined;
  const color =
    value('color') ??
    attributeOf(element, element.tagName === 'body' ? 'text' : 'color') ??
    (isLink ? 'blue' : undefined);
  const ground = value('background-color') ?? value('background') ?? attributeOf(element, 'bgcolor');
  return {
    isTiny: size === undefined ? around.isTiny : isZero(size, around),
    color: color === undefined || KEEPS.test(color) ? around.color : rgbOf(color),
    ground: groundOf(ground ?? '', value('background-image') ?? '') ?? around.ground,
  };
}

const KEEPS = /^(?:|none|inherit|unset|currentcolor)$/;

function isZero(size: string, { isTiny }: Look): boolean {
  if (/^0*\.?0+(?:[a-z%]+)?(?:\/.*)?$/.test(size)) return true;
  return isTiny && /^[0-9.]+(?:em|%)|^(?:inherit|unset|smaller|larger)$/.test(size);
}

function groundOf(background: string, image: string): string | undefined {
  if (['url(', 'gradient('].some((one) => `${background} ${image}`.includes(one))) return 'picture';
  const color = /#[0-9a-f]+|rgba?\([^)]*\)|^[a-z]+|(?<= )[a-z]+$/.exec(background)?.[0] ?? '';
  if (KEEPS.test(color) || /^(?:initial|no-repeat|repeat)$/.test(color)) return undefined;
  const own = rgbOf(color);
  return own === 'transparent' ? undefined : own;
}

const NAMES: Readonly<Record<string, string>> = { white: '255,255,255', black: '0,0,0' };

/** A colour as three numbers; one with another name as it is. */
function rgbOf(color: string): string {
  const name = color.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3,8})$/.exec(name)?.[1];
  if (hex !== undefined) {
    const step = hex.length < 6 ? 1 : 2;
    const part = (at: number) =>
      Number.parseInt(hex.slice(at * step, (at + 1) * step).padStart(2, hex[at] ?? '0'), 16);
    return [0, 1, 2].map(part).join();
  }
  const parts = /^rgba?\(([^)]*)\)$/.exec(name)?.[1]?.split(/[\s,/]+/);
  if (parts === undefined) return NAMES[name] ?? name;
  return parts[3] !== undefined && Number.parseFloat(parts[3]) === 0
    ? 'transparent'
    : parts.slice(0, 3).join();
}

const FEW = 8;

function areAlike(one: string, other: string): boolean {
  const [a, b] = [one.split(',').map(Number), other.split(',').map(Number)];
  return (
    one === other || (a.length === 3 && a.every((part, at) => Math.abs(part - (b[at] ?? Number.NaN)) <= FEW))
  );
}

/**
 * Whether words of a look can be seen: `unsure` where they have the colour of an empty page, but not all of its style
 * sheets are known, and one may give them another ground.
 */
export function isSeen({ isTiny, color, ground }: Look, areWhole: boolean): boolean | 'unsure' {
  if (isTiny) return false;
  if (color === undefined || ground === 'picture') return true;
  if (color === 'transparent') return false;
  if (!areAlike(color, ground ?? '255,255,255')) return true;
  return !areWhole && ground === undefined ? 'unsure' : false;
}
