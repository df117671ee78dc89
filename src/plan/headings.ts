/** The numbers that headings and tasks are printed with, whatever their form: 一、（三）3. 3．(3) 第三条 ③. */
import type { Section } from './model.ts';

// A literal: bundlers leave it out of scripts that do not need it.
const NUMBER =
  /^\s*(?:第[〇零一二三四五六七八九十百\d]+(?:部分|[编章节条款项])[、：]?|（[〇零一二三四五六七八九十百\d]+）[、.．]?|[〇零一二三四五六七八九十百\d]+(?:[、）]|[.．](?!\d))|[①-⑳㈠-㈩⒈-⒛])\s*/u;

/** The number of a shown heading with its marks; empty where it has none. */
export const printedNumber = (shown: string) => NUMBER.exec(shown)?.[0].trim() ?? '';

/** How many characters the number takes, with the blanks around it. */
export const numberLength = (shown: string) => NUMBER.exec(shown)?.[0].length ?? 0;

/** A shown heading without its number; one that is nothing else stays. */
export const withoutNumber = (shown: string) => shown.replace(NUMBER, '') || shown;

/** Says whether a section has a heading; a plan without any headings is one section without. */
export const isHeaded = ({ heading }: Pick<Section, 'heading'>) => heading.shown !== '';
