/** Headings as shown, split into the number before them, in whatever style, and the title. */
import type { Section } from './model.ts';
import { leadingMarker } from '../text/list-numbers.ts';
import { memoize } from '../text/memoize.ts';

/** The length of the number, with the blanks around it. */
export const numberLength = (shown: string) => leadingMarker(shown)?.end ?? 0;

/** The number of a heading with its punctuation; empty where it has none. */
export const printedNumber = (shown: string) => shown.slice(0, numberLength(shown)).trim();

/** A heading without its number; one that is only a number is kept. */
export const withoutNumber = (shown: string) => shown.slice(numberLength(shown)) || shown;

/** Whether a section has a heading: a plan without any headings is a single section without one. */
export const isHeaded = ({ heading }: Pick<Section, 'heading'>) => heading.shown !== '';

type Headed = Pick<Section, 'heading'>;

/** The number of a section without the punctuation behind it: （三）, 三. */
export const sectionNumber = /* @__PURE__ */ memoize(({ heading }: Headed) =>
  printedNumber(heading.shown).replace(/[、.．]$/u, ''),
);

const byHeadingNumber = /* @__PURE__ */ memoize((sections: readonly Headed[]) =>
  Map.groupBy(sections, sectionNumber),
);

/** Whether other sections have the same number, as where each part begins anew. */
export const isNumberShared = (section: Headed, sections: readonly Headed[]) =>
  (byHeadingNumber(sections).get(sectionNumber(section)) ?? []).length > 1;
