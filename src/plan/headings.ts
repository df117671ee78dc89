/** Headings as shown: the number printed before them, whatever its form, and the words after it. */
import type { Section } from './model.ts';
import { leadingMarker } from './numbering.ts';

/** How many characters the number takes, with the blanks around it. */
export const numberLength = (shown: string) => leadingMarker(shown)?.end ?? 0;

/** The number of a heading with its marks; empty where it has none. */
export const printedNumber = (shown: string) => shown.slice(0, numberLength(shown)).trim();

/** A heading without its number; one that is nothing else stays. */
export const withoutNumber = (shown: string) => shown.slice(numberLength(shown)) || shown;

/** Says whether a section has a heading; a plan without any headings is one section without. */
export const isHeaded = ({ heading }: Pick<Section, 'heading'>) => heading.shown !== '';
